package org.manyhands.roster;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody is missing on a shift: who could take it, best first, and a mail to as many as one likes. */
@Controller
@RequestMapping("/{c}/organize/roster/cover/{id}")
class FindCoverController {

    private final ShiftList shifts;
    private final CoverSearch search;
    private final Asking asking;
    private final Clock clock;

    FindCoverController(ShiftList shifts, CoverSearch search, Asking asking, Clock clock) {
        this.shifts = shifts;
        this.search = search;
        this.asking = asking;
        this.clock = clock;
    }

    /** A draft can be taken by nobody: there is nothing to cover. */
    @GetMapping
    String show(ConferencePage conference, RolesInSight roles, @PathVariable ShiftId id, Model model) {
        var fallback = search.fallback(id, conference.id(), roles);
        var now = clock.instant();
        var shift = shifts.published(conference.id(), id).orElseThrow(NotFound::new);
        var asked = search.asked(id, now);
        var found = search.suitable(shift, conference.id(), asked, now);
        model.addAttribute("now", now);
        model.addAttribute("shift", shift);
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        if (found.closed() != null) {
            model.addAttribute(
                    "closed",
                    found.closed().facts().stream().map(conference.times()::say).toArray());
        }
        model.addAttribute("fallback", fallback.orElse(null));
        return "roster/cover";
    }

    /** @param volunteer those who are to be asked */
    @PostMapping
    String ask(
            ConferencePage conference,
            RolesInSight roles,
            @PathVariable ShiftId id,
            @RequestParam(required = false) @Nullable List<UUID> volunteer,
            RedirectAttributes redirect) {
        var people = volunteer == null
                ? List.<VolunteerId>of()
                : volunteer.stream().map(VolunteerId::new).toList();
        var asked = asking.ask(conference.id(), roles, id, people);
        var told = asked == 0
                ? Flash.notDone(people.isEmpty() ? "cover-search.nobody-ticked" : "cover-search.nobody-asked")
                : Flash.done("cover-search.asked", asked);
        told.on(redirect);
        return "redirect:/{c}/organize/roster/cover/{id}";
    }
}
