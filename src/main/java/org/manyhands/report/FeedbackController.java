package org.manyhands.report;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Saving;
import org.manyhands.volunteer.Registry;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What volunteers say of the conference when their part is done, and what organizers read of it. */
@Controller
class FeedbackController {

    private static final String VIEW = "report/feedback";

    private static final Map<Feedback.Again, String> AGAIN = Arrays.stream(Feedback.Again.values())
            .collect(toMap(identity(), Feedback.Again::words, (one, _) -> one, LinkedHashMap::new));

    private final Feedback feedback;
    private final Registry registry;

    FeedbackController(Feedback feedback, Registry registry) {
        this.feedback = feedback;
        this.registry = registry;
    }

    @GetMapping("/{c}/me/feedback")
    String ask(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var stored = show(whoHelped(conference, asker), model);
        model.addAttribute("form", stored == null ? FeedbackForm.EMPTY : stored);
        return VIEW;
    }

    @PostMapping("/{c}/me/feedback")
    ModelAndView give(
            ConferencePage conference,
            @Valid @ModelAttribute("form") FeedbackForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            Model model,
            RedirectAttributes redirect) {
        var volunteer = whoHelped(conference, asker);
        var saving = Saving.of(typed, Map.of(), () -> feedback.give(volunteer, form));
        if (saving == SAVED) {
            Flash.done("feedback.given").on(redirect);
            return new ModelAndView("redirect:/{c}/me/feedback");
        }
        show(volunteer, model);
        return saving.again(VIEW);
    }

    private @Nullable FeedbackForm show(VolunteerId volunteer, Model model) {
        var stored = feedback.of(volunteer).map(FeedbackForm::of).orElse(null);
        model.addAttribute("stored", stored);
        model.addAttribute("choices", AGAIN);
        return stored;
    }

    private VolunteerId whoHelped(ConferencePage conference, SignedIn asker) {
        return registry.volunteer(conference.id(), asker)
                .filter(feedback::mayBeGivenBy)
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/{c}/organize/feedback")
    String read(ConferencePage conference, Model model) {
        var answers = feedback.of(conference.id());
        model.addAttribute("answers", answers);
        model.addAttribute(
                "again",
                answers.stream()
                        .filter(each -> each.again() == Feedback.Again.YES)
                        .count());
        return "report/answers";
    }
}
