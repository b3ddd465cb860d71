package org.manyhands.announcing;

import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.signup.MyShifts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was announced to a volunteer, mailed or not. */
@Controller
class NewsController {

    private final MyShifts myShifts;
    private final Copies copies;

    NewsController(MyShifts myShifts, Copies copies) {
        this.myShifts = myShifts;
        this.copies = copies;
    }

    @GetMapping("/{c}/me/news")
    String page(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var volunteer = myShifts.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join";
        }
        model.addAttribute("news", copies.of(volunteer.get()));
        return "announcing/news";
    }
}
