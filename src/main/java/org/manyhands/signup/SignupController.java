package org.manyhands.signup;

import java.util.List;
import java.util.UUID;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shift.ShiftFilter;
import org.manyhands.shift.ShiftId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking a shift, and leaving it. */
@Controller
class SignupController {

    private final SignupService signups;
    private final MyShifts myShifts;

    SignupController(SignupService signups, MyShifts myShifts) {
        this.signups = signups;
        this.myShifts = myShifts;
    }

    /** Returns to where the button was pressed: the same part of the list, at the same shift. */
    @PostMapping("/{c}/shifts/{id}/signup")
    String signUp(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam UUID requestId,
            ShiftFilter cameFrom,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var volunteer = myShifts.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join?shift=" + id.shiftId();
        }
        var outcome = signups.signUp(volunteer.get(), List.of(id), requestId).getFirst();
        var list = "redirect:" + cameFrom.under(conference.slug()) + "#shift-" + id.shiftId();
        return switch (outcome) {
            case SignupOutcome.Confirmed confirmed -> {
                Flash.done("signup.confirmed").beside(id.shiftId()).on(redirect);
                yield list;
            }
            case SignupOutcome.LeftSince left -> {
                Flash.notDone("signup.left-since").beside(id.shiftId()).on(redirect);
                yield list;
            }
            case SignupOutcome.Refused refused -> {
                told(refused, conference).on(redirect);
                yield "redirect:/" + conference.slug() + "/shifts/" + id.shiftId();
            }
        };
    }

    static Flash told(SignupOutcome.Refused refused, ConferencePage conference) {
        var facts = refused.facts().stream().map(conference.times()::say).toArray();
        return Flash.notDone("signup.refused." + refused.rule(), facts);
    }

    @PostMapping("/{c}/shifts/{id}/withdraw")
    String withdraw(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam(defaultValue = "list") String back,
            ShiftFilter cameFrom,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var volunteer = myShifts.volunteer(conference.id(), asker);
        var left = volunteer
                .map(somebody -> signups.withdraw(somebody, List.of(id)))
                .orElse(0);
        var told = left > 0 ? Flash.done("signup.withdrawn") : Flash.notDone("signup.not-withdrawn");
        if (back.equals("me")) {
            told.on(redirect);
            return "redirect:/" + conference.slug() + "/me";
        }
        told.beside(id.shiftId()).on(redirect);
        return "redirect:" + cameFrom.under(conference.slug()) + "#shift-" + id.shiftId();
    }
}
