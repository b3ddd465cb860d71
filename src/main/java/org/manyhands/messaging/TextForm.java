package org.manyhands.messaging;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.Facts;

/** A mail as an organizer words it. */
@NullUnmarked
record TextForm(
        @NotBlank(message = "{mail-text.subject}")
        @Size(max = OwnText.LONGEST_SUBJECT)
        @Pattern(regexp = "[^\\n\\t]*", message = "{mail-text.one-line}")
        String subject,

        @NotBlank(message = "{mail-text.body}") @Size(max = OwnText.LONGEST_BODY)
        String body,

        Integer version) {

    static TextForm of(OwnTexts.Stored stored) {
        return new TextForm(stored.text().subject(), stored.text().body(), stored.version());
    }

    static TextForm of(OwnText ours) {
        return new TextForm(ours.subject(), ours.body(), null);
    }

    OwnText text() {
        return new OwnText(subject, body);
    }

    /** For the page on which a stale edit comes back. */
    public Map<String, String> inWords() {
        return Facts.of("Subject", subject, "Text", body);
    }
}
