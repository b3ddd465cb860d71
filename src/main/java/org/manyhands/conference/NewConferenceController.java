package org.manyhands.conference;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.Map;
import org.manyhands.account.SignedIn;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Saving;
import org.manyhands.shared.Slug;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A conference begins: only what it cannot be without, the rest is settings. */
@Controller
@RequestMapping("/conferences/new")
class NewConferenceController {

    private final ConferenceEditing editing;

    NewConferenceController(ConferenceEditing editing) {
        this.editing = editing;
    }

    @ModelAttribute
    void offer(Model model) {
        model.addAttribute("zones", Zones.choices());
    }

    @GetMapping
    String begin(Model model) {
        model.addAttribute("form", ConferenceForm.EMPTY);
        return "conference/new";
    }

    @PostMapping
    ModelAndView found(
            @Valid @ModelAttribute("form") ConferenceForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        Map<String, String> guards =
                typed.hasErrors() ? Map.of() : Map.of("conference_slug_key", Slug.blamed(form.slug()));
        var saving = Saving.of(typed, guards, () -> {
            var conference = editing.found(form, asker.accountId());
            redirect.addAttribute("c", conference.slug());
        });
        if (saving == SAVED) {
            Flash.done("conference.founded", form.name()).on(redirect);
            return new ModelAndView("redirect:/{c}/organize");
        }
        return saving.again("conference/new");
    }
}
