package org.manyhands.signup;

import java.util.List;
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

/** Looking for somebody to take one's shift, and taking somebody else's or an offered place. */
@Controller
class CoverController {

    private final Covers covers;
    private final Offers offers;
    private final SignupService signups;
    private final Waitlist waitlist;
    private final MyShifts myShifts;

    CoverController(Covers covers, Offers offers, SignupService signups, Waitlist waitlist, MyShifts myShifts) {
        this.covers = covers;
        this.offers = offers;
        this.signups = signups;
        this.waitlist = waitlist;
        this.myShifts = myShifts;
    }

    /** @param off to keep the shift after all */
    @PostMapping("/{c}/shifts/{id}/cover")
    String cover(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam(defaultValue = "false") boolean off,
            @RequestParam(defaultValue = "list") String back,
            ShiftFilter cameFrom,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var told = myShifts.volunteer(conference.id(), asker)
                .map(volunteer -> off ? callOff(volunteer, id) : ask(volunteer, id))
                .orElse(Flash.notDone("cover.not-yours"));
        return SignupController.backTo(back, conference, id, cameFrom, told, redirect);
    }

    private Flash ask(VolunteerId volunteer, ShiftId shift) {
        if (!covers.ask(volunteer, shift)) {
            return Flash.notDone("cover.not-yours");
        }
        waitlist.serve(List.of(shift));
        return myShifts.has(volunteer, shift) ? Flash.done("cover.asked") : Flash.done("cover.taken-at-once");
    }

    private Flash callOff(VolunteerId volunteer, ShiftId shift) {
        return covers.callOff(volunteer, shift) ? Flash.done("cover.called-off") : Flash.notDone("cover.gone");
    }

    /** Says yes to an offered place, or takes over from whoever looks for somebody. */
    @PostMapping("/{c}/shifts/{id}/take")
    String take(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam UUID requestId,
            @RequestParam(defaultValue = "false") boolean evenSo,
            @RequestParam(defaultValue = "list") String back,
            ShiftFilter cameFrom,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var volunteer = myShifts.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join?shift=" + id.shiftId();
        }
        return switch (offers.accept(volunteer.get(), id)) {
            case ACCEPTED, THEIRS_ALREADY ->
                SignupController.backTo("me", conference, id, cameFrom, Flash.done("signup.confirmed"), redirect);
            case RAN_OUT ->
                SignupController.backTo(
                        back, conference, id, cameFrom, Flash.notDone("signup.offer-ran-out"), redirect);
            case NONE_OFFERED ->
                SignupController.told(
                        takeOver(volunteer.get(), id, requestId, evenSo), conference, back, cameFrom, redirect);
        };
    }

    /** A place that is free by now is as good as one that somebody gives. */
    private SignupOutcome takeOver(VolunteerId volunteer, ShiftId shift, UUID requestId, boolean evenSo) {
        return covers.take(volunteer, shift, requestId, evenSo)
                .orElseGet(() -> evenSo
                        ? signups.signUpEvenSo(volunteer, shift, requestId)
                        : signups.signUp(volunteer, List.of(shift), requestId).getFirst());
    }
}
