package org.manyhands.account;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.manyhands.mail.Letter;
import org.manyhands.mail.LetterTemplates;
import org.manyhands.mail.Outbox;
import org.manyhands.shared.BaseUrl;
import org.springframework.stereotype.Component;

/** The mail that lets somebody in, and the one that says there is nothing to be let into. */
@Component
class SignInMails {

    private final Outbox outbox;
    private final LetterTemplates templates;
    private final BaseUrl baseUrl;

    SignInMails(Outbox outbox, LetterTemplates templates, BaseUrl baseUrl) {
        this.outbox = outbox;
        this.templates = templates;
        this.baseUrl = baseUrl;
    }

    /** Says what it is for where the request brought something along. */
    void writeTo(EmailAddress email, Token token, Code code, Optional<Errand.Purpose> purpose, Instant notAfter) {
        var values = new HashMap<String, Object>();
        values.put("link", URI.create(baseUrl.of("/sign-in/link?token=" + token.text())));
        values.put("code", code.spaced());
        values.put("minutes", SignIn.LIFETIME.toMinutes());
        purpose.ifPresent(errand -> {
            values.put("conference", errand.conference());
            values.put("picks", errand.picks());
        });
        write(purpose.isPresent() ? "finish-joining" : "sign-in", email, notAfter, values);
    }

    void writeToUnknown(EmailAddress email, Instant notAfter) {
        write("sign-in-unknown", email, notAfter, Map.of());
    }

    /** Of one kind and secret both: the outbox tells nobody which addresses are known. */
    private void write(String template, EmailAddress email, Instant notAfter, Map<String, ?> values) {
        outbox.write(Letter.secretTo(email.text(), "SIGN_IN", templates.word(template, values), notAfter));
    }
}
