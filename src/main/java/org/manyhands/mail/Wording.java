package org.manyhands.mail;

import org.jspecify.annotations.Nullable;

/** What a mail says: one line of subject, the text, and the same as HTML where there is one. */
public record Wording(String subject, String text, @Nullable String html) {

    /** RFC 5322 asks for lines of at most 78 characters; two of them are more than a phone shows. */
    static final int LONGEST_SUBJECT = 150;

    public Wording {
        subject = oneLine(subject);
    }

    /** A name with a line break in it must not become a header of its own. */
    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
