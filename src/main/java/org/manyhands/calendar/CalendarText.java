package org.manyhands.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes an iCalendar object line by line (RFC 5545, 3.1): ended by CRLF, and folded so that no line is longer than 75
 * octets. Not by ical4j, which counts characters: with letters beyond ASCII its lines become too long.
 */
final class CalendarText {

    private static final int OCTETS = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    CalendarText begin(String component) {
        return line("BEGIN:" + component);
    }

    CalendarText end(String component) {
        return line("END:" + component);
    }

    /** What a person may have typed. */
    CalendarText words(String property, String words) {
        return line(property + ":" + escaped(words));
    }

    CalendarText at(String property, Instant instant) {
        return line(property + ":" + UTC.format(instant));
    }

    /** Nothing in it may need to be escaped. */
    CalendarText line(String line) {
        var octets = 0;
        for (var at = 0; at < line.length(); ) {
            var letter = Character.toString(line.codePointAt(at));
            var size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += size;
            at += letter.length();
        }
        text.append("\r\n");
        return this;
    }

    /** RFC 5545, 3.3.11; control characters have no place in a text at all. */
    private static String escaped(String words) {
        return words.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
