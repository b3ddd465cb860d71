package org.manyhands.sheets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.schedule.Talks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages to print, from the browser, which also makes a PDF of them. */
@Controller
@RequestMapping("/{c}/organize/print")
class SheetsController {

    private final Sheets sheets;
    private final Helpers helpers;
    private final Talks talks;
    private final Clock clock;

    SheetsController(Sheets sheets, Helpers helpers, Talks talks, Clock clock) {
        this.sheets = sheets;
        this.helpers = helpers;
        this.talks = talks;
        this.clock = clock;
    }

    @GetMapping
    String index(ConferencePage conference, RolesInSight roles, SheetAsked asked, Model model) {
        head(conference, asked, model);
        model.addAttribute(
                "days",
                sheets.choices(conference, roles).stream()
                        .collect(groupingBy(Sheets.Choice::day, TreeMap::new, toList())));
        return "sheets/index";
    }

    @GetMapping("/roster")
    String roster(ConferencePage conference, RolesInSight roles, SheetAsked asked, Model model) {
        head(conference, asked, model);
        model.addAttribute("roster", sheets.roster(conference, roles, asked));
        return "sheets/roster";
    }

    @GetMapping("/desk")
    String desk(ConferencePage conference, RolesInSight roles, SheetAsked asked, Model model) {
        head(conference, asked, model);
        model.addAttribute("day", asked.dayAsked().date());
        model.addAttribute("helpers", helpers.byName(conference, roles, asked));
        return "sheets/desk";
    }

    @GetMapping("/blocks")
    String blocks(ConferencePage conference, RolesInSight roles, SheetAsked asked, Model model) {
        head(conference, asked, model);
        var shifts = sheets.onStage(conference, roles, asked);
        var given = talks.at(
                conference.id(),
                shifts.stream()
                        .collect(toMap(
                                each -> each.shift().id(), each -> each.shift().spot())));
        model.addAttribute(
                "blocks",
                shifts.stream()
                        .map(each ->
                                Block.of(each, given.getOrDefault(each.shift().id(), List.of())))
                        .toList());
        return "sheets/blocks";
    }

    @GetMapping("/cards")
    String cards(ConferencePage conference, SheetAsked asked, Model model) {
        head(conference, asked, model);
        model.addAttribute("cards", List.of("15", "10", "5", "STOP"));
        return "sheets/cards";
    }

    @GetMapping("/badges")
    String badges(ConferencePage conference, RolesInSight roles, SheetAsked asked, Model model) {
        var paper = head(conference, asked, model);
        model.addAttribute("pages", pages(helpers.badges(conference, roles), paper.labels()));
        return "sheets/badges";
    }

    private Paper head(ConferencePage conference, SheetAsked asked, Model model) {
        var paper = Paper.of(asked.paper(), conference.zone());
        model.addAttribute("now", clock.instant());
        model.addAttribute("asked", asked);
        model.addAttribute("paper", paper);
        model.addAttribute("papers", Paper.values());
        return paper;
    }

    private static <T> List<List<T>> pages(List<T> all, int size) {
        var pages = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += size) {
            pages.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return pages;
    }
}
