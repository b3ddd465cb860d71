package org.manyhands.schedulefile;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How files write how long something lasts: "0:30", "00:30", "2:06:00" (hours, minutes, seconds), "2 days, 6:00:00",
 * "45" or "45 min" (minutes), and ISO 8601 as iCalendar has it ("PT45M", "P1W", "-PT5M").
 */
final class Lengths {

    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,4}) days?, ?)?(\\d{1,4}):(\\d{1,2})(?::(\\d{1,2})(?:\\.0+)?)?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,6})(?:\\.0+)? *(?:m|min|mins|minutes|Minuten)?\\.?");
    private static final Pattern WEEKS = Pattern.compile("([+-]?)P(\\d{1,4})W");

    private Lengths() {}

    /** Null where nothing is said. */
    static @Nullable Duration read(String typed) {
        var said = typed.strip();
        if (said.isEmpty()) {
            return null;
        }
        if (said.length() > Caps.NUMBER) {
            throw unknown(said);
        }
        var clock = CLOCK.matcher(said);
        if (clock.matches()) {
            return Duration.ofDays(number(clock.group(1)))
                    .plusHours(number(clock.group(2)))
                    .plusMinutes(number(clock.group(3)))
                    .plusSeconds(number(clock.group(4)));
        }
        var minutes = MINUTES.matcher(said);
        return minutes.matches() ? Duration.ofMinutes(number(minutes.group(1))) : iso(said);
    }

    private static Duration iso(String said) {
        try {
            var weeks = WEEKS.matcher(said);
            if (weeks.matches()) {
                var length = Duration.ofDays(7 * number(weeks.group(2)));
                return weeks.group(1).equals("-") ? length.negated() : length;
            }
            return Duration.parse(said);
        } catch (DateTimeException e) {
            throw unknown(said);
        }
    }

    private static Unreadable unknown(String said) {
        return new Unreadable("“" + PlainText.line(said, Caps.NAME) + "” is not a length of time that we know.");
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
