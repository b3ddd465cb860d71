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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking several shifts with one press: all that fit are taken, and each of the others is told with its reason. */
@Controller
class SeveralController {

    private final Joining joining;
    private final MyShifts myShifts;

    SeveralController(Joining joining, MyShifts myShifts) {
        this.joining = joining;
        this.myShifts = myShifts;
    }

    @PostMapping("/{c}/signups")
    String signUp(
            ConferencePage conference,
            @RequestParam(defaultValue = "") List<String> shift,
            @RequestParam UUID requestId,
            ShiftFilter cameFrom,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var picks = shift.stream().map(ShiftId::lenient).distinct().toList();
        var volunteer = myShifts.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            redirect.addAttribute("shift", shift);
            return "redirect:/" + conference.slug() + "/join";
        }
        if (picks.isEmpty()) {
            Flash.notDone("signup.nothing-ticked").on(redirect);
            return "redirect:" + cameFrom.under(conference.slug());
        }
        Registrations.told(conference, joining.take(conference, volunteer.get(), picks, requestId))
                .forEach(redirect::addFlashAttribute);
        return "redirect:/" + conference.slug() + "/me";
    }
}
