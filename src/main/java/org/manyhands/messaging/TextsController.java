package org.manyhands.messaging;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Saving;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the conference words its mails: looked at with a volunteer's data, tried on oneself, saved, taken back. */
@Controller
@RequestMapping("/{c}/organize/mail/texts")
class TextsController {

    private static final String VIEW = "messaging/text";
    private static final String HERE = "redirect:/{c}/organize/mail/texts";

    private final OwnTexts texts;
    private final OurTexts ours;
    private final TextPreview preview;

    TextsController(OwnTexts texts, OurTexts ours, TextPreview preview) {
        this.texts = texts;
        this.ours = ours;
        this.preview = preview;
    }

    /** What is to be done with a text besides keeping it. */
    private enum Then {
        SAVE,
        SHOW,
        MAIL
    }

    @GetMapping
    String list(ConferencePage conference, Model model) {
        model.addAttribute("kinds", Editable.kinds());
        model.addAttribute("worded", texts.worded(conference.id()));
        return "messaging/texts";
    }

    @GetMapping("/{kind}")
    String edit(
            ConferencePage conference,
            @PathVariable("kind") String address,
            @RequestParam(required = false) @Nullable UUID as,
            Model model) {
        var kind = kind(address);
        var form = show(conference, kind, model);
        model.addAttribute("form", form);
        preview(conference, kind, form.text(), as, model);
        return VIEW;
    }

    @PostMapping("/{kind}")
    ModelAndView save(
            ConferencePage conference,
            @PathVariable("kind") String address,
            @Valid @ModelAttribute("form") TextForm form,
            BindingResult typed,
            @RequestParam(defaultValue = "save") String then,
            @RequestParam(required = false) @Nullable UUID as,
            @AuthenticationPrincipal SignedIn asker,
            Model model,
            RedirectAttributes redirect) {
        var kind = kind(address);
        var what = then.equals("show") ? Then.SHOW : then.equals("mail") ? Then.MAIL : Then.SAVE;
        var done = Saving.of(typed, Map.of(), () -> {
            switch (what) {
                case SAVE -> texts.save(conference.id(), kind, form.text(), form.version());
                case SHOW -> form.text().checked(kind);
                case MAIL ->
                    preview.mail(
                            conference,
                            kind,
                            form.text().checked(kind),
                            as,
                            asker.email().text());
            }
        });
        if (done == SAVED && what == Then.SAVE) {
            Flash.done("mail-text.saved", kind.words()).on(redirect);
            return new ModelAndView(HERE);
        }
        show(conference, kind, model);
        if (done == SAVED) {
            preview(conference, kind, form.text(), as, model);
        }
        if (done == SAVED && what == Then.MAIL) {
            model.addAttribute(
                    Flash.NAME, Flash.done("mail-text.mailed", asker.email().text()));
        }
        return done.again(VIEW);
    }

    @PostMapping("/{kind}/delete")
    String remove(ConferencePage conference, @PathVariable("kind") String address, RedirectAttributes redirect) {
        var kind = kind(address);
        texts.remove(conference.id(), kind);
        Flash.done("mail-text.removed", kind.words()).on(redirect);
        return HERE;
    }

    private static MailKind kind(String address) {
        return MailKind.of(address)
                .filter(kind -> !Editable.placeholders(kind).isEmpty())
                .orElseThrow(NotFound::new);
    }

    private TextForm show(ConferencePage conference, MailKind kind, Model model) {
        var own = texts.of(conference.id().conferenceId(), kind).map(TextForm::of);
        var stored = own.orElseGet(() -> TextForm.of(ours.of(kind)));
        model.addAttribute("kind", kind);
        model.addAttribute("isOurs", own.isEmpty());
        model.addAttribute("stored", stored);
        model.addAttribute("placeholders", Editable.placeholders(kind));
        return stored;
    }

    private void preview(ConferencePage conference, MailKind kind, OwnText text, @Nullable UUID as, Model model) {
        model.addAttribute("people", preview.people(conference));
        model.addAttribute("as", as);
        model.addAttribute("preview", preview.of(conference, text, as));
    }
}
