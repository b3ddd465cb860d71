package org.manyhands.announcing;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.announcing.Copies.Progress;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.Saving;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
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

/** Announcements: drafted, looked at, tried on oneself, sent, and followed on their way out. */
@Controller
@RequestMapping("/{c}/organize/mail/announcements")
class AnnouncementsController {

    private static final String HERE = "redirect:/{c}/organize/mail/announcements";
    private static final String VIEW = "announcing/announcement";
    private static final String FORM = "announcing/edit";

    /** While mails go out, the page asks again after so many seconds how far they are. */
    private static final String ASK_AGAIN = "5";

    private final Announcements announcements;
    private final Audiences audiences;
    private final Sending sending;
    private final Copies copies;

    AnnouncementsController(Announcements announcements, Audiences audiences, Sending sending, Copies copies) {
        this.announcements = announcements;
        this.audiences = audiences;
        this.sending = sending;
        this.copies = copies;
    }

    @GetMapping
    String list(ConferencePage conference, Model model) {
        model.addAttribute("announcements", announcements.of(conference.id()));
        model.addAttribute("progress", copies.progress(conference.id()));
        return "announcing/announcements";
    }

    /** @param to whom it is for, as {@link Audience} is written in addresses; can be changed in the form */
    @GetMapping("/new")
    String begin(ConferencePage conference, @RequestParam(required = false) @Nullable String to, Model model) {
        var audience = Audience.of(to).orElse(Audience.EVERYBODY);
        model.addAttribute("form", AnnouncementForm.to(audience));
        offer(conference, audience, model);
        return FORM;
    }

    @PostMapping("/new")
    ModelAndView add(
            ConferencePage conference,
            @Valid @ModelAttribute("form") AnnouncementForm form,
            BindingResult typed,
            Model model) {
        var id = new AtomicReference<UUID>();
        var saving = Saving.of(typed, Map.of(), () -> id.set(announcements.add(conference, form)));
        if (saving == SAVED) {
            return new ModelAndView(HERE + "/" + id.get());
        }
        offer(conference, Audience.of(form.to()).orElse(Audience.EVERYBODY), model);
        return saving.again(FORM);
    }

    @GetMapping("/{id}")
    String show(ConferencePage conference, @PathVariable UUID id, HttpServletResponse response, Model model) {
        var announcement = announcements.one(conference.id(), id);
        model.addAttribute("announcement", announcement);
        if (announcement.isSent()) {
            var progress = copies.progress(conference.id()).getOrDefault(id, Progress.NONE);
            model.addAttribute("progress", progress);
            if (progress.isOnItsWay()) {
                response.setHeader("Refresh", ASK_AGAIN);
            }
        } else {
            model.addAttribute(
                    "to", audiences.inWords(conference, announcement.audience()).orElse(null));
            model.addAttribute("reach", audiences.reach(conference, announcement.audience()));
        }
        model.addAttribute("preview", sending.preview(conference, announcement));
        return VIEW;
    }

    @GetMapping("/{id}/edit")
    String edit(ConferencePage conference, @PathVariable UUID id, Model model) {
        var stored = announcements.one(conference.id(), id);
        if (stored.isSent()) {
            return HERE + "/{id}";
        }
        model.addAttribute("form", showStored(conference, stored, model));
        return FORM;
    }

    @PostMapping("/{id}/edit")
    ModelAndView save(
            ConferencePage conference,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AnnouncementForm form,
            BindingResult typed,
            Model model) {
        var saving = Saving.of(typed, Map.of(), () -> announcements.change(conference, id, form));
        if (saving == SAVED) {
            return new ModelAndView(HERE + "/{id}");
        }
        showStored(conference, announcements.one(conference.id(), id), model);
        return saving.again(FORM);
    }

    @PostMapping("/{id}/test")
    String test(
            ConferencePage conference,
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        sending.test(conference, id, asker);
        Flash.done("announcement.tested", asker.email()).on(redirect);
        return HERE + "/{id}";
    }

    /** @param version that was looked at: what somebody else changed since then is looked at first */
    @PostMapping("/{id}/send")
    String send(
            ConferencePage conference,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        try {
            sending.send(conference, id, version);
        } catch (FormRefusal refusal) {
            Flash.notDone(refusal.key()).on(redirect);
        } catch (OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(Flash.NAME, Flash.notDone("announcement.changed-meanwhile"));
            return show(conference, id, response, model);
        }
        return HERE + "/{id}";
    }

    @PostMapping("/{id}/delete")
    String delete(ConferencePage conference, @PathVariable UUID id, RedirectAttributes redirect) {
        if (announcements.delete(conference.id(), id)) {
            Flash.done("announcement.deleted").on(redirect);
            return HERE;
        }
        Flash.notDone("announcement.sent-meanwhile").on(redirect);
        return HERE + "/{id}";
    }

    private AnnouncementForm showStored(ConferencePage conference, Announcement stored, Model model) {
        var form = AnnouncementForm.of(stored);
        model.addAttribute("stored", form);
        offer(conference, stored.audience(), model);
        return form;
    }

    private void offer(ConferencePage conference, Audience also, Model model) {
        model.addAttribute("choices", audiences.choices(conference, also));
    }
}
