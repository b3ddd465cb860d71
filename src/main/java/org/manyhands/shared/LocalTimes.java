package org.manyhands.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Says instants in a conference's zone the way its people speak of them: "Monday 19 October", "8:00 – 10:00",
 * "Durham, EDT"; and reads what they type.
 */
public record LocalTimes(ZoneId zone, String town) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_WEEK = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
    private static final DateTimeFormatter FULL_DAY = DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    public LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    public String day(LocalDate date) {
        return DAY.format(date);
    }

    /** "Mon 16 – Fri 20 October 2026". */
    public static String days(LocalDate first, LocalDate last) {
        var start = first.getMonth() == last.getMonth() ? DAY_OF_WEEK : SHORT_DAY;
        return first.equals(last) ? FULL_DAY.format(last) : start.format(first) + " – " + FULL_DAY.format(last);
    }

    public String shortDay(Instant instant) {
        return SHORT_DAY.format(instant.atZone(zone));
    }

    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** "8:00 – 10:00"; an end on another day says which. */
    public String span(TimeRange range) {
        var end = date(range.start()).equals(date(range.end()))
                ? time(range.end())
                : time(range.end()) + " " + WEEKDAY.format(range.end().atZone(zone));
        return time(range.start()) + " – " + end;
    }

    /** "Mon 19 Oct, 8:00 – 10:00". */
    public String when(TimeRange range) {
        return shortDay(range.start()) + ", " + span(range);
    }

    /** "Durham, EDT": the town, and the zone's short name on that day. */
    public String zoneName(Instant instant) {
        return town + ", " + ZONE.format(instant.atZone(zone));
    }

    /**
     * The instant of a local time that was typed into a field. Where clocks go back, the hour that comes twice is taken
     * the first time.
     *
     * @throws FormRefusal where clocks go forward over it
     */
    public Instant typed(LocalDateTime local, String field) {
        return zone.getRules().getValidOffsets(local).stream()
                .findFirst()
                .map(local::toInstant)
                .orElseThrow(() -> {
                    var gap = zone.getRules().getTransition(local);
                    return new FormRefusal(
                            field,
                            "time.does-not-exist",
                            TIME.format(local),
                            town,
                            DAY.format(local),
                            TIME.format(gap.getDateTimeBefore()),
                            TIME.format(gap.getDateTimeAfter()));
                });
    }

    public LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** For {@code <time datetime>}: with the offset of that day. */
    public String machine(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    }

    /** An instant, a stretch of time or a length in words; anything else as it is. */
    public Object say(Object fact) {
        return switch (fact) {
            case Instant instant -> shortDay(instant) + ", " + time(instant);
            case TimeRange range -> when(range);
            case Duration length -> length(length);
            default -> fact;
        };
    }

    /** "2 h", "2 h 30 min", "45 min", "0 h". */
    public static String length(Duration duration) {
        var hours = duration.toHours() + " h";
        var minutes = duration.toMinutesPart() + " min";
        if (duration.toMinutesPart() == 0) {
            return hours;
        }
        return duration.toHours() == 0 ? minutes : hours + " " + minutes;
    }
}
