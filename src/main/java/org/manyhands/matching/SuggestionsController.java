package org.manyhands.matching;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.LocalTimes;
import org.manyhands.signup.MyShifts;
import org.manyhands.signup.RequestIds;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Suggests shifts to a volunteer, each with the reason why, to be taken one by one or all at once. */
@Controller
class SuggestionsController {

    private final Suggestions suggestions;
    private final MyShifts myShifts;
    private final Clock clock;

    SuggestionsController(Suggestions suggestions, MyShifts myShifts, Clock clock) {
        this.suggestions = suggestions;
        this.myShifts = myShifts;
        this.clock = clock;
    }

    @GetMapping("/{c}/me/suggestions")
    String suggest(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var volunteer = myShifts.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join";
        }
        var now = clock.instant();
        var suggested = suggestions.to(volunteer.get(), conference, now);
        model.addAttribute("suggestions", suggested.bestFirst());
        model.addAttribute("told", suggested.told());
        model.addAttribute("enough", suggested.enough());
        model.addAttribute("myShiftCount", suggested.held());
        model.addAttribute("hours", hours(suggested.bestFirst()));
        model.addAttribute("open", conference.takesSignupsAt(now));
        model.addAttribute("requestIds", RequestIds.RANDOM);
        return "matching/suggestions";
    }

    private static String hours(List<Suggestion> suggestions) {
        return LocalTimes.length(
                suggestions.stream().map(each -> each.shift().during().length()).reduce(Duration.ZERO, Duration::plus));
    }
}
