package org.manyhands.roster;

import java.time.Clock;
import org.manyhands.account.Rights.Standing;
import org.manyhands.clearance.Approvals;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.planning.Moves;
import org.manyhands.signup.Conflicts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an organizer sees first: where people are missing, or what to do first where nothing can be taken yet. Others of the team find their own first page from here. */
@Controller
class DashboardController {

    private final OpenPlaces openPlaces;
    private final SelfCheck selfCheck;
    private final Conflicts conflicts;
    private final Moves moves;
    private final Approvals approvals;
    private final Clock clock;

    DashboardController(
            OpenPlaces openPlaces,
            SelfCheck selfCheck,
            Conflicts conflicts,
            Moves moves,
            Approvals approvals,
            Clock clock) {
        this.openPlaces = openPlaces;
        this.selfCheck = selfCheck;
        this.conflicts = conflicts;
        this.moves = moves;
        this.approvals = approvals;
        this.clock = clock;
    }

    @GetMapping("/{c}/organize")
    String now(ConferencePage conference, Standing standing, Model model) {
        return switch (standing) {
            case ORGANIZER -> dashboard(conference, model);
            case ROLE_LEAD -> "redirect:/{c}/organize/roster";
            case DESK, NONE -> "redirect:/{c}/organize/checkin";
        };
    }

    private String dashboard(ConferencePage conference, Model model) {
        var now = clock.instant();
        var standing = openPlaces.standing(conference.id(), now);
        model.addAttribute("now", now);
        model.addAttribute("standing", standing);
        model.addAttribute("conflicts", conflicts.count(conference.id()));
        model.addAttribute("approvals", approvals.waiting(conference.id(), RolesInSight.EVERY));
        model.addAttribute("toMove", moves.shiftsToMove(conference));
        if (standing.published() == 0) {
            return "roster/first-steps";
        }
        var shifts = openPlaces.notOver(conference.id(), now);
        model.addAttribute("shifts", shifts.size());
        model.addAttribute(
                "short", shifts.stream().filter(OpenPlaces.Line::isShort).toList());
        model.addAttribute(
                "covered", shifts.stream().filter(OpenPlaces.Line::isCovered).toList());
        model.addAttribute(
                "covering",
                shifts.stream()
                        .filter(OpenPlaces.Line::isCovered)
                        .map(OpenPlaces.Line::coveredBy)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute(
                "open",
                shifts.stream().mapToInt(shift -> shift.staffing().open()).sum());
        model.addAttribute("faults", selfCheck.faults());
        model.addAttribute("gaps", Gaps.in(shifts, conference.zone()));
        return "roster/dashboard";
    }
}
