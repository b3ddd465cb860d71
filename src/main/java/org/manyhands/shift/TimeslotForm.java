package org.manyhands.shift;

import static java.time.temporal.ChronoUnit.MINUTES;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Facts;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.TimeRange;

/** What an organizer types of a timeslot: times of the conference's town, an end before the start being on the next day. */
@NullUnmarked
public record TimeslotForm(
        @NotNull(message = "{timeslot.day}") LocalDate day,
        @NotNull(message = "{timeslot.from}") LocalTime from,
        @NotNull(message = "{timeslot.to}") LocalTime to,
        @Size(max = 80) String label,
        Integer version) {

    private static final Duration LONGEST = Duration.ofHours(24);

    /** How far outside the conference's days: for setting up and tearing down. */
    static final int DAYS_AROUND = 14;

    public TimeslotForm {
        from = from == null ? null : from.truncatedTo(MINUTES);
        to = to == null ? null : to.truncatedTo(MINUTES);
        label = Objects.requireNonNullElse(label, "");
    }

    static TimeslotForm on(LocalDate day) {
        return new TimeslotForm(day, null, null, "", null);
    }

    static TimeslotForm of(Timeslot timeslot, LocalTimes times) {
        var start = times.local(timeslot.during().start());
        var end = times.local(timeslot.during().end());
        return new TimeslotForm(
                start.toLocalDate(), start.toLocalTime(), end.toLocalTime(), timeslot.label(), timeslot.version());
    }

    /** @throws FormRefusal where this is no stretch of time that a timeslot of the conference may have */
    public TimeRange during(ConferencePage conference) {
        if (from.equals(to)) {
            throw new FormRefusal("to", "timeslot.ends-when-it-starts");
        }
        if (day.isBefore(conference.firstDay().minusDays(DAYS_AROUND))
                || day.isAfter(conference.lastDay().plusDays(DAYS_AROUND))) {
            throw new FormRefusal("day", "timeslot.far-away", DAYS_AROUND, conference.dates());
        }
        var times = conference.times();
        var range = new TimeRange(times.typed(day.atTime(from), "from"), times.typed(end(), "to"));
        if (range.length().compareTo(LONGEST) > 0) {
            throw new FormRefusal("to", "timeslot.too-long", LocalTimes.length(range.length()));
        }
        return range;
    }

    private LocalDateTime end() {
        return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
    }

    boolean hasTimesOf(TimeslotForm other) {
        return day.equals(other.day) && from.equals(other.from) && to.equals(other.to);
    }

    /** For the page on which a stale edit comes back. */
    public Map<String, String> inWords() {
        return Facts.of("Day", day, "From", from, "To", to, "Label", label);
    }
}
