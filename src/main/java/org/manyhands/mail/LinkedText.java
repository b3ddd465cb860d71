package org.manyhands.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.manyhands.shared.BaseUrl;

/** Cuts a text into what is plain and what is a link into this installation; other addresses stay text. */
class LinkedText {

    private final Pattern link;

    LinkedText(BaseUrl baseUrl) {
        this.link = Pattern.compile(Pattern.quote(baseUrl.of("/")) + "(?:[^\\s<>\"]*[^\\s<>\".,;:!?)])?");
    }

    /** A stretch of the text. */
    record Part(String text, boolean isLink) {}

    List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        var found = link.matcher(text);
        var end = 0;
        while (found.find()) {
            parts.add(new Part(text.substring(end, found.start()), false));
            parts.add(new Part(found.group(), true));
            end = found.end();
        }
        parts.add(new Part(text.substring(end), false));
        return parts;
    }
}
