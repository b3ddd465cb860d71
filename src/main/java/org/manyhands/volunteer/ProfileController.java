package org.manyhands.volunteer;

import jakarta.validation.Valid;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
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

    @GetMapping("/{c}/me/profile")
    String edit(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var volunteer = volunteers.findByConferenceIdAndAccountId(conference.id(), asker.accountId());
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join";
        }
        choices.offer(conference, model);
        model.addAttribute("form", ProfileForm.of(registry.profileOf(volunteer.get())));
        return "volunteer/profile";
    }

    @PostMapping("/{c}/me/profile")
    String save(
            ConferencePage conference,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            Model model,
            RedirectAttributes redirect) {
        var volunteer = volunteers.findByConferenceIdAndAccountId(conference.id(), asker.accountId());
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join";
        }
        if (typed.hasErrors()) {
            choices.offer(conference, model);
            return "volunteer/profile";
        }
        registry.describe(volunteer.get(), form.toProfile());
        Flash.done("profile.saved").on(redirect);
        return "redirect:/" + conference.slug() + "/me/profile";
    }
}
