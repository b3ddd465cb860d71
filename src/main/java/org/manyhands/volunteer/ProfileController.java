package org.manyhands.volunteer;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Saving;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a volunteer said of themselves, theirs to change at any time. */
@Controller
class ProfileController {

    private final Volunteers volunteers;
    private final Registry registry;
    private final ProfileChoices choices;

    ProfileController(Volunteers volunteers, Registry registry, ProfileChoices choices) {
        this.volunteers = volunteers;
        this.registry = registry;
        this.choices = choices;
    }

    /** What is stored, beside the form. */
    record Stored(int version, Map<String, String> inWords) {}

    @GetMapping("/{c}/me/profile")
    String edit(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var volunteer = find(conference, asker);
        if (volunteer.isEmpty()) {
            return "redirect:/{c}/join";
        }
        var stored = show(conference, volunteer.get(), model);
        model.addAttribute("form", ProfileForm.of(stored, volunteer.get().version()));
        return "volunteer/profile";
    }

    @PostMapping("/{c}/me/profile")
    ModelAndView save(
            ConferencePage conference,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            Model model,
            RedirectAttributes redirect) {
        var volunteer = find(conference, asker);
        if (volunteer.isEmpty()) {
            return new ModelAndView("redirect:/{c}/join");
        }
        var saving = Saving.of(
                typed,
                Map.of(),
                () -> registry.describe(volunteer.get().id(), choices.profile(form, conference), form.version()));
        if (saving == Saving.SAVED) {
            Flash.done("profile.saved").on(redirect);
            return new ModelAndView("redirect:/{c}/me/profile");
        }
        show(conference, find(conference, asker).orElseThrow(), model);
        return saving.again("volunteer/profile");
    }

    private Optional<Volunteer> find(ConferencePage conference, SignedIn asker) {
        return volunteers.findByConferenceIdAndAccountId(conference.id(), asker.accountId());
    }

    private Profile show(ConferencePage conference, Volunteer volunteer, Model model) {
        var stored = registry.profileOf(volunteer);
        choices.offer(conference, model);
        model.addAttribute("stored", new Stored(volunteer.version(), choices.say(stored, conference)));
        return stored;
    }
}
