package org.manyhands.signup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shift.ShiftFilter;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking a shift or waiting for it, and leaving it. */
@Controller
class SignupController {

    /** What volunteers themselves can raise, with the field in which they do. */
    private static final Map<String, String> OWN_LIMITS = Map.of(
            SignupRule.WITHIN_OWN_DAY.name(), "hoursADayAtMost", SignupRule.WITHIN_OWN_HOURS.name(), "hoursAtMost");

    private final SignupService signups;
    private final Leaving leaving;
    private final Waitlist waitlist;
    private final MyShifts myShifts;

    SignupController(SignupService signups, Leaving leaving, Waitlist waitlist, MyShifts myShifts) {
        this.signups = signups;
        this.leaving = leaving;
        this.waitlist = waitlist;
        this.myShifts = myShifts;
    }

    /**
     * @param orWait whether to wait for it where it is full
     * @param evenSo whether to take it though a talk that they starred is on then
     */
    @PostMapping("/{c}/shifts/{id}/signup")
    String signUp(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam UUID requestId,
            @RequestParam(name = "waitlist", defaultValue = "false") boolean orWait,
            @RequestParam(defaultValue = "false") boolean evenSo,
            @RequestParam(defaultValue = "list") String back,
            ShiftFilter cameFrom,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var volunteer = myShifts.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join?shift=" + id.shiftId();
        }
        var outcome =
                orWait ? takeOrWait(volunteer.get(), id, requestId) : take(volunteer.get(), id, requestId, evenSo);
        return told(outcome, conference, back, cameFrom, redirect);
    }

    private SignupOutcome take(VolunteerId volunteer, ShiftId shift, UUID requestId, boolean evenSo) {
        return evenSo
                ? signups.signUpEvenSo(volunteer, shift, requestId)
                : signups.signUp(volunteer, List.of(shift), requestId).getFirst();
    }

    /** Where somebody on the shift looks for cover, whoever is first in line has it at once. */
    private SignupOutcome takeOrWait(VolunteerId volunteer, ShiftId shift, UUID requestId) {
        var outcome = signups.signUpOrWait(volunteer, shift, requestId);
        if (outcome instanceof SignupOutcome.Waitlisted) {
            waitlist.serve(List.of(shift));
            return signups.signUpOrWait(volunteer, shift, requestId);
        }
        return outcome;
    }

    /** Returns to where the button was pressed; a refusal to the shift's page. */
    static String told(
            SignupOutcome outcome,
            ConferencePage conference,
            String back,
            ShiftFilter cameFrom,
            RedirectAttributes redirect) {
        if (outcome instanceof SignupOutcome.Refused refused) {
            told(outcome, conference).on(redirect);
            // A draft, or one that is cancelled, has no page
            if (refused.rule().equals(SignupRule.SHIFT_IS_PUBLISHED.name())) {
                return "redirect:" + cameFrom.under(conference.slug());
            }
            return "redirect:" + outcome.shift().under(conference.slug());
        }
        return backTo(back, conference, outcome.shift(), cameFrom, told(outcome, conference), redirect);
    }

    static Flash told(SignupOutcome outcome, ConferencePage conference) {
        return switch (outcome) {
            case SignupOutcome.Confirmed confirmed -> Flash.done("signup.confirmed");
            case SignupOutcome.Waitlisted waiting -> Flash.done("signup.waitlisted", waiting.place());
            case SignupOutcome.Offered offered -> Flash.done("signup.offered");
            case SignupOutcome.LeftSince left -> Flash.notDone("signup.left-since");
            case SignupOutcome.Refused refused -> told(refused.rule(), refused.facts(), conference);
        };
    }

    static Flash told(String rule, List<Object> facts, ConferencePage conference) {
        var told = Flash.notDone(
                "signup.refused." + rule,
                facts.stream().map(conference.times()::say).toArray());
        if (rule.equals(SignupRule.ROLE_IS_CLEARED.name())) {
            return told.leadingTo("/" + conference.slug() + "/roles/" + facts.getLast());
        }
        return OWN_LIMITS.containsKey(rule)
                ? told.leadingTo("/" + conference.slug() + "/me/profile#" + OWN_LIMITS.get(rule))
                : told;
    }

    @PostMapping("/{c}/shifts/{id}/withdraw")
    String withdraw(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam(defaultValue = "list") String back,
            ShiftFilter cameFrom,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var told = myShifts.volunteer(conference.id(), asker)
                .map(volunteer -> told(leave(volunteer, id), myShifts.hasLeft(volunteer, id)))
                .orElse(Flash.notDone("signup.not-withdrawn"));
        return backTo(back, conference, id, cameFrom, told, redirect);
    }

    private Leaving.Left leave(VolunteerId volunteer, ShiftId shift) {
        var left = leaving.leave(volunteer, List.of(shift));
        waitlist.serve(left.toServe());
        return left;
    }

    /** @param before whether they had left it: the same press again is answered like the first */
    private static Flash told(Leaving.Left left, boolean before) {
        if (!left.tooLate().isEmpty()) {
            return Flash.notDone("signup.too-late-to-leave");
        }
        if (left.declined() > 0) {
            return Flash.done("signup.declined");
        }
        if (left.lines() > 0) {
            return Flash.done("signup.left-the-line");
        }
        return left.left() > 0 || before ? Flash.done("signup.withdrawn") : Flash.notDone("signup.not-withdrawn");
    }

    /** To "My shifts", to what is suggested, to the shift's page, or to the same part of the list, with the news at the shift. */
    static String backTo(
            String back,
            ConferencePage conference,
            ShiftId shift,
            ShiftFilter cameFrom,
            Flash told,
            RedirectAttributes redirect) {
        if (back.equals("me") || back.equals("suggestions")) {
            told.on(redirect);
            return "redirect:/" + conference.slug() + (back.equals("me") ? "/me" : "/me/suggestions");
        }
        told.beside(shift.shiftId()).on(redirect);
        if (back.equals("shift")) {
            return "redirect:" + shift.under(conference.slug());
        }
        return "redirect:" + cameFrom.under(conference.slug()) + "#shift-" + shift.shiftId();
    }
}
