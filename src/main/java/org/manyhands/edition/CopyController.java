package org.manyhands.edition;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.Map;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.EditionForm;
import org.manyhands.conference.Editions;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
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

/** Next year's conference from this one, in one form. */
@Controller
@RequestMapping("/{c}/organize/copy")
class CopyController {

    private final Editions editions;
    private final Copying copying;

    CopyController(Editions editions, Copying copying) {
        this.editions = editions;
        this.copying = copying;
    }

    @GetMapping
    String show(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        model.addAttribute("may", editions.mayBegin(conference.id(), asker.accountId()));
        model.addAttribute("zones", editions.zones(conference.id()));
        model.addAttribute("form", editions.proposal(conference.id()));
        return "edition/copy";
    }

    @PostMapping
    ModelAndView copy(
            ConferencePage conference,
            @Valid @ModelAttribute("form") EditionForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            Model model,
            RedirectAttributes redirect) {
        if (!editions.mayBegin(conference.id(), asker.accountId())) {
            throw new NotFound();
        }
        Map<String, String> guards =
                typed.hasErrors() ? Map.of() : Map.of("conference_slug_key", Slug.blamed(form.slug()));
        var saving = Saving.of(typed, guards, () -> tell(copying.copy(conference, form, asker.accountId()), redirect));
        if (saving == SAVED) {
            return new ModelAndView("redirect:/{c}/organize");
        }
        model.addAttribute("may", true);
        model.addAttribute("zones", editions.zones(conference.id()));
        return saving.again("edition/copy");
    }

    private static void tell(Copying.Copy copy, RedirectAttributes redirect) {
        redirect.addAttribute("c", copy.conference().slug());
        var needs = copy.needs();
        Flash.done(
                        "conference.copied",
                        copy.conference().name(),
                        copy.roles(),
                        copy.places(),
                        needs.timeslots(),
                        needs.shifts(),
                        needs.leftOut())
                .on(redirect);
    }
}
