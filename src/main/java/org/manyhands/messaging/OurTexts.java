package org.manyhands.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What organizers find when they begin to word a mail: about what we write, with placeholders. In {@code wording/}, the
 * first line the subject.
 */
@Component
class OurTexts {

    private final Map<MailKind, OwnText> texts = new EnumMap<>(MailKind.class);

    OurTexts() {
        Editable.kinds().forEach(kind -> texts.put(kind, read(kind)));
    }

    OwnText of(MailKind kind) {
        var text = texts.get(kind);
        if (text == null) {
            throw new IllegalArgumentException(kind + " cannot be worded");
        }
        return text;
    }

    private static OwnText read(MailKind kind) {
        try {
            var text = new ClassPathResource("wording/" + kind.value() + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("\\R", "\n");
            var parts = text.split("\n\n", 2);
            return new OwnText(parts[0], parts[1].strip()).checked(kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
