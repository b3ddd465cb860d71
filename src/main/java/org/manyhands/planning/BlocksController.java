package org.manyhands.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.role.Role;
import org.manyhands.schedule.Talk;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shift.Drafting;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposes shifts for the blocks between the breaks of the programme, to be changed in a grid and made as drafts. */
@Controller
@RequestMapping("/{c}/organize/shifts/blocks")
class BlocksController {

    private static final String PAGE = "planning/blocks";

    private final Programme programme;
    private final BlockShifts making;
    private final Drafting drafting;
    private final Ties ties;

    BlocksController(Programme programme, BlockShifts making, Drafting drafting, Ties ties) {
        this.programme = programme;
        this.making = making;
        this.drafting = drafting;
        this.ties = ties;
    }

    /**
     * A row of the grid with what an organizer is to know of it.
     *
     * @param day in words
     * @param firstThere whether it is the first of its place
     * @param standing the roles that have this shift already
     */
    record Line(
            BlocksForm.Row row, String place, String day, boolean firstThere, List<Talk> talks, Set<String> standing) {}

    /** @param show sent by the button: then something must be chosen of each */
    @GetMapping
    String propose(
            ConferencePage conference,
            @RequestParam(defaultValue = "") List<String> role,
            @RequestParam(defaultValue = "") List<String> day,
            @RequestParam(defaultValue = "") List<String> place,
            @RequestParam(defaultValue = "false") boolean show,
            Model model) {
        var revision = ties.revision(conference.id());
        var offer = programme.of(conference);
        if (!show) {
            return choose(conference, offer, BlocksAsked.atFirst(conference, offer), List.of(), model);
        }
        var asked = BlocksAsked.of(role, day, place, conference, offer);
        var wrong = asked.wrong(conference, offer);
        if (wrong.isEmpty()) {
            var standing = drafting.standing(conference.id());
            fill(conference, revision, offer, asked.form(conference, offer, standing), standing, model);
        }
        return choose(conference, offer, asked, wrong, model);
    }

    /**
     * @param revision of the schedule as the page showed it
     * @param typed what was chosen, and the grid: see {@link BlocksForm}
     */
    @PostMapping
    String make(
            ConferencePage conference,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        var now = ties.revision(conference.id());
        var offer = programme.of(conference);
        var asked = BlocksAsked.of(
                typed.getOrDefault("role", List.of()),
                typed.getOrDefault("day", List.of()),
                typed.getOrDefault("place", List.of()),
                conference,
                offer);
        var form = BlocksForm.typed(typed, asked.roles());
        var checked = BlockShifts.check(form, conference, offer);
        var wrong = new ArrayList<>(checked.wrong());
        if (wrong.isEmpty()) {
            try {
                var made = making.make(conference, checked.drafts(), offer, revision);
                Flash.done("blocks.made", made.made().size(), made.skipped()).on(redirect);
                return "redirect:/{c}/organize/shifts";
            } catch (DataIntegrityViolationException | FormRefusal meanwhile) {
                wrong.add(Wrong.of("blocks", "", "blocks.meanwhile"));
            }
        }
        fill(conference, now, offer, form, drafting.standing(conference.id()), model);
        return choose(conference, offer, asked, wrong, model);
    }

    private static String choose(
            ConferencePage conference, Programme.Offer offer, BlocksAsked asked, List<Wrong> wrong, Model model) {
        model.addAttribute("offer", offer);
        model.addAttribute("days", offer.days(conference));
        model.addAttribute("untied", offer.untied());
        model.addAttribute("asked", asked);
        model.addAttribute("wrong", wrong);
        model.addAttribute("wrongFields", wrong.stream().map(Wrong::field).toList());
        return PAGE;
    }

    private void fill(
            ConferencePage conference,
            int revision,
            Programme.Offer offer,
            BlocksForm form,
            Set<Drafting.Spot> standing,
            Model model) {
        var lines = new ArrayList<Line>();
        for (var row : form.rows()) {
            var before = lines.isEmpty() ? "" : lines.getLast().row().place();
            lines.add(line(conference, offer, row, !row.place().equals(before), standing));
        }
        model.addAttribute("lines", lines);
        model.addAttribute("revision", revision);
    }

    private static Line line(
            ConferencePage conference,
            Programme.Offer offer,
            BlocksForm.Row row,
            boolean firstThere,
            Set<Drafting.Spot> standing) {
        var place = offer.places().stream()
                .filter(each -> each.id().placeId().toString().equals(row.place()))
                .findFirst();
        var during = row.readable(conference);
        var day = row.date().map(conference.times()::day).orElse("");
        if (place.isEmpty() || during.isEmpty()) {
            return new Line(row, place.map(Place::name).orElse(""), day, firstThere, List.of(), Set.of());
        }
        var at = place.get().id();
        var there = row.cells().stream()
                .map(BlocksForm.Cell::role)
                .filter(role -> standing.contains(new Drafting.Spot(role.id(), at, during.get())))
                .map(Role::slug)
                .collect(Collectors.toSet());
        return new Line(row, place.get().name(), day, firstThere, offer.during(at, during.get()), there);
    }
}
