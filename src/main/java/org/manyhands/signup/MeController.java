package org.manyhands.signup;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A volunteer's own shifts, and the way out when they cannot come after all. */
@Controller
class MeController {

    private final MyShifts myShifts;
    private final Leaving leaving;
    private final Covers covers;
    private final Waitlist waitlist;
    private final SwapList swaps;
    private final Fits fits;
    private final Clock clock;

    MeController(
            MyShifts myShifts,
            Leaving leaving,
            Covers covers,
            Waitlist waitlist,
            SwapList swaps,
            Fits fits,
            Clock clock) {
        this.myShifts = myShifts;
        this.leaving = leaving;
        this.covers = covers;
        this.waitlist = waitlist;
        this.swaps = swaps;
        this.fits = fits;
        this.clock = clock;
    }

    @GetMapping("/{c}/me")
    String mine(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        return myShifts.owner(conference.id(), asker)
                .map(owner -> mine(owner.volunteer(), owner.shifts(), conference, model))
                .orElse("redirect:/" + conference.slug() + "/join");
    }

    private String mine(VolunteerId volunteer, List<MyShift> all, ConferencePage conference, Model model) {
        var now = clock.instant();
        var mine = all.stream().filter(MyShift::isConfirmed).toList();
        model.addAttribute("shifts", mine);
        model.addAttribute("offers", all.stream().filter(MyShift::isOffered).toList());
        model.addAttribute("lines", all.stream().filter(MyShift::isInLine).toList());
        model.addAttribute("swapsForMe", swaps.forThem(volunteer, now));
        model.addAttribute("swapsByMe", swaps.byThem(volunteer, now));
        model.addAttribute("missed", missed(volunteer, mine, conference, now));
        model.addAttribute("next", next(mine, now));
        model.addAttribute("now", now);
        model.addAttribute("hours", hours(mine));
        model.addAttribute(
                "companions", myShifts.companions(volunteer).stream().collect(groupingBy(MyShifts.Companion::shift)));
        model.addAttribute("myShiftCount", mine.size());
        model.addAttribute("requestIds", RequestIds.RANDOM);
        return "signup/me";
    }

    /** The starred talks that their shifts to come take from them. */
    private Map<ShiftId, List<Agenda.Starred>> missed(
            VolunteerId volunteer, List<MyShift> shifts, ConferencePage conference, Instant now) {
        var toCome = shifts.stream()
                .filter(shift -> shift.during().start().isAfter(now))
                .map(MyShift::id)
                .toList();
        var fitted = fits.of(volunteer, toCome, conference, now);
        var missed = new HashMap<ShiftId, List<Agenda.Starred>>();
        for (var shift : toCome) {
            var talks = fitted.of(shift).missed();
            if (!talks.isEmpty()) {
                missed.put(shift, talks);
            }
        }
        return missed;
    }

    private static @Nullable MyShift next(List<MyShift> shifts, Instant now) {
        return shifts.stream()
                .filter(shift -> shift.during().end().isAfter(now))
                .findFirst()
                .orElse(null);
    }

    private static String hours(List<MyShift> shifts) {
        return LocalTimes.length(
                shifts.stream().map(shift -> shift.during().length()).reduce(Duration.ZERO, Duration::plus));
    }

    @GetMapping("/{c}/me/leave")
    String askToLeave(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var now = clock.instant();
        var toCome = myShifts.owner(conference.id(), asker).map(MyShifts.Owner::shifts).orElse(List.of()).stream()
                .filter(shift -> shift.during().start().isAfter(now))
                .toList();
        model.addAttribute("now", now);
        var mine = toCome.stream().filter(MyShift::isConfirmed).toList();
        model.addAttribute("shifts", mine);
        model.addAttribute(
                "leavable",
                mine.stream().filter(shift -> shift.canBeLeftAt(now)).count());
        model.addAttribute("lines", toCome.stream().filter(MyShift::isInLine).toList());
        model.addAttribute("offers", toCome.stream().filter(MyShift::isOffered).toList());
        return "signup/leave";
    }

    @PostMapping("/{c}/me/leave")
    String leave(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, RedirectAttributes redirect) {
        myShifts.volunteer(conference.id(), asker).ifPresent(volunteer -> leaveAll(volunteer, redirect));
        return "redirect:/" + conference.slug() + "/me";
    }

    /** What is too late to be left is offered to everybody instead. */
    private void leaveAll(VolunteerId volunteer, RedirectAttributes redirect) {
        var left = leaving.leave(volunteer, myShifts.toCome(volunteer, clock.instant()));
        left.tooLate().forEach(shift -> covers.ask(volunteer, shift));
        waitlist.serve(left.toServe());
        waitlist.serve(left.tooLate());
        var told = left.nothing()
                ? Flash.notDone("signup.nothing-to-leave")
                : Flash.done("signup.left-all", left.left(), left.tooLate().size(), left.lines(), left.declined());
        told.on(redirect);
    }
}
