package org.manyhands.messaging;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.Map;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Saving;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When volunteers are reminded, and when organizers are warned. */
@Controller
@RequestMapping("/{c}/organize/mail/settings")
class MailSettingsController {

    private static final String VIEW = "messaging/settings";

    private final SettingsOfMails settings;

    MailSettingsController(SettingsOfMails settings) {
        this.settings = settings;
    }

    @GetMapping
    String edit(ConferencePage conference, Model model) {
        model.addAttribute("form", show(conference, model));
        return VIEW;
    }

    @PostMapping
    ModelAndView save(
            ConferencePage conference,
            @Valid @ModelAttribute("form") MailSettingsForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        var saving = Saving.of(typed, Map.of(), () -> settings.save(conference.id(), form.asked()));
        if (saving == SAVED) {
            Flash.done("mail-settings.saved").on(redirect);
            return new ModelAndView("redirect:/{c}/organize/mail/settings");
        }
        show(conference, model);
        return saving.again(VIEW);
    }

    private MailSettingsForm show(ConferencePage conference, Model model) {
        var stored = MailSettingsForm.of(settings.of(conference.id()));
        model.addAttribute("stored", stored);
        return stored;
    }
}
