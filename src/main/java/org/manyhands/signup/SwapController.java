package org.manyhands.signup;

import java.time.Clock;
import java.util.List;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Ids;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.ShiftFilter;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a swap, and saying yes to one. */
@Controller
class SwapController {

    private final Swaps swaps;
    private final MyShifts myShifts;
    private final ShiftList shifts;
    private final Clock clock;

    SwapController(Swaps swaps, MyShifts myShifts, ShiftList shifts, Clock clock) {
        this.swaps = swaps;
        this.myShifts = myShifts;
        this.shifts = shifts;
        this.clock = clock;
    }

    /** Offers to choose from what others have and one could do: a shift with room is taken, not swapped for. */
    @GetMapping("/{c}/shifts/{id}/swap")
    String choose(
            ConferencePage conference, @PathVariable ShiftId id, @AuthenticationPrincipal SignedIn asker, Model model) {
        var mine = myShifts.of(volunteer(conference, asker));
        var given = mine.stream()
                .filter(shift -> shift.id().equals(id) && shift.isConfirmed())
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("given", given);
        model.addAttribute("wanted", wanted(conference, given, mine));
        return "signup/swap";
    }

    private List<ShiftList.Line> wanted(ConferencePage conference, MyShift given, List<MyShift> mine) {
        var now = clock.instant();
        return shifts.published(conference, ShiftFilter.NONE, now).stream()
                .filter(shift -> shift.during().start().isAfter(now)
                        && shift.staffing().taken() > 0
                        && !shift.staffing().hasRoom())
                .filter(shift -> mine.stream()
                        .noneMatch(other -> other.id().equals(shift.id())
                                || other.holdsAPlace()
                                        && !other.id().equals(given.id())
                                        && other.busy().overlaps(shift.busy())))
                .toList();
    }

    @PostMapping("/{c}/shifts/{id}/swap")
    String offer(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam(defaultValue = "") String wanted,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var volunteer = volunteer(conference, asker);
        if (wanted.isEmpty()) {
            Flash.notDone("swap.choose").on(redirect);
            return "redirect:" + id.under(conference.slug()) + "/swap";
        }
        var outcome = swaps.offer(volunteer, id, ShiftId.of(wanted));
        told(outcome, conference, redirect);
        return "redirect:"
                + (outcome instanceof SwapOutcome.Refused
                        ? id.under(conference.slug()) + "/swap"
                        : "/" + conference.slug() + "/me");
    }

    @PostMapping("/{c}/swaps/{id}/accept")
    String accept(
            ConferencePage conference,
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        told(swaps.accept(volunteer(conference, asker), Ids.parse(id)), conference, redirect);
        return "redirect:/" + conference.slug() + "/me";
    }

    @PostMapping("/{c}/swaps/{id}/call-off")
    String callOff(
            ConferencePage conference,
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var calledOff = swaps.callOff(volunteer(conference, asker), Ids.parse(id));
        (calledOff ? Flash.done("swap.called-off") : Flash.notDone("swap.gone")).on(redirect);
        return "redirect:/" + conference.slug() + "/me";
    }

    private VolunteerId volunteer(ConferencePage conference, SignedIn asker) {
        return myShifts.volunteer(conference.id(), asker).orElseThrow(NotFound::new);
    }

    private static void told(SwapOutcome outcome, ConferencePage conference, RedirectAttributes redirect) {
        var told = switch (outcome) {
            case SwapOutcome.Swapped done -> Flash.done("swap.done");
            case SwapOutcome.Offered offered -> Flash.done("swap.offered");
            case SwapOutcome.Gone gone -> Flash.notDone("swap.gone");
            case SwapOutcome.DoesNotFitThem unfit -> Flash.notDone("swap.does-not-fit-them");
            case SwapOutcome.Refused refused -> SignupController.told(refused.rule(), refused.facts(), conference);
        };
        told.on(redirect);
    }
}
