package org.manyhands.messaging;

import java.util.Map;
import java.util.UUID;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.mail.Resending;
import org.manyhands.messaging.SentMails.Whole;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a mail once more, or sooner, because an organizer says so. */
@Service
class SendingAgain {

    private final SentMails mails;
    private final Unsubscribing unsubscribing;
    private final Chat chat;
    private final Resending resending;
    private final AuditTrail audit;

    SendingAgain(SentMails mails, Unsubscribing unsubscribing, Chat chat, Resending resending, AuditTrail audit) {
        this.mails = mails;
        this.unsubscribing = unsubscribing;
        this.chat = chat;
        this.resending = resending;
        this.audit = audit;
    }

    enum Outcome {
        WRITTEN,
        /** It, or the last copy of it, has not gone out yet. */
        WAITS_ALREADY,
        /** Since then its reader has said that they want no more like it. */
        NOT_WANTED,
        /** Since then the chat it went to was switched off, or another one set. */
        CHAT_GONE
    }

    @Transactional
    Outcome again(ConferenceId conference, UUID id) {
        var mail = mails.one(conference, id);
        if (mail.unsubscribe() != null && unsubscribing.isEnded(mail.unsubscribe())) {
            return Outcome.NOT_WANTED;
        }
        if (mail.webhook() != null && !chat.isAt(conference, mail.webhook())) {
            return Outcome.CHAT_GONE;
        }
        if (!resending.again(id)) {
            return Outcome.WAITS_ALREADY;
        }
        tell("mail.sent-again", conference, mail);
        return Outcome.WRITTEN;
    }

    @Transactional
    void now(ConferenceId conference, UUID id) {
        var mail = mails.one(conference, id);
        if (resending.hurry(id)) {
            tell("mail.hurried", conference, mail);
        }
    }

    private void tell(String action, ConferenceId conference, Whole mail) {
        var reader = mail.line().volunteerId();
        var what = Map.of("subject", mail.line().subject());
        audit.record(
                action,
                "mail",
                mail.line().id(),
                conference.conferenceId(),
                reader == null
                        ? what
                        : Map.of("volunteer", reader, "subject", mail.line().subject()));
    }
}
