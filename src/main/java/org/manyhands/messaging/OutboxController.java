package org.manyhands.messaging;

import java.time.Clock;
import java.util.UUID;
import org.manyhands.conference.ConferencePage;
import org.manyhands.messaging.MailFilter.State;
import org.manyhands.shared.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was written to whom, what became of it, and sending it once more. */
@Controller
@RequestMapping("/{c}/organize/mail")
class OutboxController {

    private final SentMails mails;
    private final SendingAgain sending;
    private final Clock clock;

    OutboxController(SentMails mails, SendingAgain sending, Clock clock) {
        this.mails = mails;
        this.sending = sending;
        this.clock = clock;
    }

    @GetMapping
    String list(ConferencePage conference, MailFilter filter, Model model) {
        var found = mails.find(conference.id(), filter);
        var page = found.subList(0, Math.min(found.size(), SentMails.ON_A_PAGE));
        model.addAttribute("filter", filter);
        model.addAttribute("states", State.values());
        model.addAttribute("kinds", MailKind.values());
        model.addAttribute("counts", mails.counts(conference.id()));
        model.addAttribute("mails", page);
        model.addAttribute(
                "older",
                found.size() > page.size() ? filter.olderThan(page.getLast().id()) : null);
        return "messaging/outbox";
    }

    @GetMapping("/{id}")
    String show(ConferencePage conference, @PathVariable UUID id, Model model) {
        model.addAttribute("mail", mails.one(conference.id(), id));
        model.addAttribute("now", clock.instant());
        return "messaging/mail";
    }

    @PostMapping("/{id}/again")
    String again(ConferencePage conference, @PathVariable UUID id, RedirectAttributes redirect) {
        switch (sending.again(conference.id(), id)) {
            case WRITTEN -> Flash.done("outbox.again").on(redirect);
            case WAITS_ALREADY -> Flash.notDone("outbox.waits-already").on(redirect);
            case CHAT_GONE -> Flash.notDone("outbox.chat-gone").on(redirect);
            case NOT_WANTED -> Flash.notDone("outbox.not-wanted").on(redirect);
        }
        return "redirect:/{c}/organize/mail/{id}";
    }

    @PostMapping("/{id}/now")
    String now(ConferencePage conference, @PathVariable UUID id, RedirectAttributes redirect) {
        sending.now(conference.id(), id);
        Flash.done("outbox.now").on(redirect);
        return "redirect:/{c}/organize/mail/{id}";
    }
}
