package org.manyhands.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.mail.Letter;
import org.manyhands.mail.LetterTemplates;
import org.manyhands.mail.Outbox;
import org.manyhands.messaging.Assignments.Assignment;
import org.springframework.stereotype.Component;

/** Words what people are written and puts it into the outbox, in the transaction that it tells of. */
@Component
class Mailing {

    private final LetterTemplates templates;
    private final Outbox outbox;

    Mailing(LetterTemplates templates, Outbox outbox) {
        this.templates = templates;
        this.outbox = outbox;
    }

    /** @param notAfter from then on it is of no use */
    Letter word(
            MailKind kind,
            String recipient,
            UUID conference,
            Map<String, ? extends @Nullable Object> facts,
            Instant notAfter) {
        return Letter.to(recipient, kind.name(), templates.word(kind.template(), facts), notAfter)
                .inConference(conference);
    }

    /** To the volunteer whom a shift is about. */
    Letter word(MailKind kind, Assignment about, Map<String, ? extends @Nullable Object> facts, Instant notAfter) {
        return word(kind, about.email(), about.conferenceId(), facts, notAfter).answeredBy(about.contactEmail());
    }

    void write(Letter letter) {
        outbox.write(letter);
    }

    /** Each change of a signup is told once. */
    void writeOnce(Letter letter, Assignment about) {
        write(letter.tellingOf(about.signupId(), about.version()));
    }
}
