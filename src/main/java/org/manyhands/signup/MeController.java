package org.manyhands.signup;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.LocalTimes;
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
    private final SignupService signups;
    private final Clock clock;

    MeController(MyShifts myShifts, SignupService signups, Clock clock) {
        this.myShifts = myShifts;
        this.signups = signups;
        this.clock = clock;
    }

    @GetMapping("/{c}/me")
    String mine(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var volunteer = myShifts.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join";
        }
        var now = clock.instant();
        var mine = myShifts.of(volunteer.get());
        model.addAttribute("shifts", mine);
        model.addAttribute(
                "next",
                mine.stream()
                        .filter(shift -> shift.during().end().isAfter(now))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("now", now);
        model.addAttribute("hours", hours(mine));
        model.addAttribute(
                "companions",
                myShifts.companions(volunteer.get()).stream().collect(groupingBy(MyShifts.Companion::shift)));
        model.addAttribute("myShiftCount", mine.size());
        return "signup/me";
    }

    private static String hours(List<MyShifts.Mine> shifts) {
        return LocalTimes.length(
                shifts.stream().map(shift -> shift.during().length()).reduce(Duration.ZERO, Duration::plus));
    }

    @GetMapping("/{c}/me/leave")
    String askToLeave(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var now = clock.instant();
        model.addAttribute(
                "shifts",
                myShifts.volunteer(conference.id(), asker).map(myShifts::of).orElse(List.of()).stream()
                        .filter(shift -> shift.during().start().isAfter(now))
                        .toList());
        return "signup/leave";
    }

    @PostMapping("/{c}/me/leave")
    String leave(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, RedirectAttributes redirect) {
        var left = myShifts.volunteer(conference.id(), asker)
                .map(volunteer -> signups.withdraw(volunteer, myShifts.toCome(volunteer, clock.instant())))
                .orElse(0);
        Flash.done("signup.left-all", left).on(redirect);
        return "redirect:/" + conference.slug() + "/me";
    }
}
