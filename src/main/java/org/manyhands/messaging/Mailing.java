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

/** Words what people are written, as the conference does or else as we do, and puts it into the outbox, in the transaction that it tells of. */
@Component
class Mailing {

    private final LetterTemplates templates;
    private final OwnTexts texts;
    private final OwnWording own;
    private final Outbox outbox;

    Mailing(LetterTemplates templates, OwnTexts texts, OwnWording own, Outbox outbox) {
        this.templates = templates;
        this.texts = texts;
        this.own = own;
        this.outbox = outbox;
    }

    /** @param notAfter from then on it is of no use */
    Letter word(
            MailKind kind,
            String recipient,
            UUID conference,
            Map<String, ? extends @Nullable Object> facts,
            Instant notAfter) {
        var wording = texts.of(conference, kind)
                .map(stored -> own.word(stored.text(), facts))
                .orElseGet(() -> templates.word(kind.template(), facts));
        return Letter.to(recipient, kind.name(), wording, notAfter).inConference(conference);
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
