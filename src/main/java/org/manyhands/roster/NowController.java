package org.manyhands.roster;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.schedule.Talks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is missing at this moment, who is to come, who goes, and who comes after them. */
@Controller
class NowController {

    private static final Duration REFRESH = Duration.ofMinutes(1);

    private final NowRoster roster;
    private final Successors successors;
    private final PeopleSearch search;
    private final Talks talks;
    private final Clock clock;

    NowController(NowRoster roster, Successors successors, PeopleSearch search, Talks talks, Clock clock) {
        this.roster = roster;
        this.successors = successors;
        this.search = search;
        this.talks = talks;
        this.clock = clock;
    }

    /**
     * @param q part of a name, to find somebody
     * @param refresh whether the page comes anew each minute: asked for by a link and ended by one, so that nobody is
     *     torn from what they read (WCAG 2.2, 2.2.1); without scripts, by a header that all browsers follow
     */
    @GetMapping("/{c}/organize/roster/now")
    String now(
            ConferencePage conference,
            RolesInSight roles,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean refresh,
            Model model,
            HttpServletResponse answer) {
        var now = clock.instant();
        var sought = new RosterFilter(null, null, null, q).q();
        model.addAttribute("now", now);
        model.addAttribute("q", sought);
        model.addAttribute("refresh", refresh);
        if (refresh) {
            answer.setHeader("Refresh", String.valueOf(REFRESH.toSeconds()));
        }
        if (sought != null) {
            var enough = sought.length() >= PeopleSearch.LETTERS;
            model.addAttribute("found", enough ? search.by(sought, conference.id(), roles, now) : List.of());
            model.addAttribute("enough", enough);
            model.addAttribute("mayMerge", roles.everyRole());
            return "roster/found";
        }
        var entries = roster.around(now, conference.id(), roles);
        var shifts = entries.stream().map(NowRoster.Entry::shift).toList();
        model.addAttribute("page", NowPage.of(entries, now));
        model.addAttribute(
                "next",
                successors.afterThese(shifts.stream().map(NowRoster.Line::id).toList()));
        model.addAttribute(
                "talks",
                talks.at(conference.id(), shifts.stream().collect(toMap(NowRoster.Line::id, NowRoster.Line::spot))));
        return "roster/now";
    }
}
