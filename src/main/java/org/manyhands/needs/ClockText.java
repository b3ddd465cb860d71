package org.manyhands.needs;

import java.time.LocalTime;
import java.util.regex.Pattern;
import org.manyhands.shared.FormRefusal;

/** A time of day as one types many of them: "8", "8:30", "08:30", "8.30", "0830". */
record ClockText(String text) {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.h]?(\\d{2}))?");

    /** @throws FormRefusal beside that field where it cannot be read */
    LocalTime time(String field) {
        var time = TIME.matcher(text);
        if (!time.matches()
                || Integer.parseInt(time.group(1)) > 23
                || time.group(2) != null && Integer.parseInt(time.group(2)) > 59) {
            throw new FormRefusal(field, "needs.time");
        }
        return LocalTime.of(
                Integer.parseInt(time.group(1)), time.group(2) == null ? 0 : Integer.parseInt(time.group(2)));
    }
}
