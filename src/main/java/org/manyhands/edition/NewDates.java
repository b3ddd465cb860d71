package org.manyhands.edition;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.TimeRange;

/**
 * Where the times of one conference fall in another, by its days: the second day's morning is the second day's morning,
 * and the evening before the first day the evening before the first day, by the clock of either town.
 */
record NewDates(ConferencePage from, ConferencePage to) {

    /** Empty for days that the other conference does not have, as it is shorter. */
    Optional<TimeRange> of(TimeRange during) {
        var start = LocalDateTime.ofInstant(during.start(), from.zone());
        var end = LocalDateTime.ofInstant(during.end(), from.zone());
        return day(start.toLocalDate()).map(day -> {
            var days = DAYS.between(start.toLocalDate(), day);
            return range(start.plusDays(days), end.plusDays(days), during, to.zone());
        });
    }

    /** As long as it was where the clock's change would turn it round. */
    private static TimeRange range(LocalDateTime start, LocalDateTime end, TimeRange earlier, ZoneId zone) {
        var begins = start.atZone(zone).toInstant();
        var ends = end.atZone(zone).toInstant();
        return new TimeRange(begins, ends.isAfter(begins) ? ends : begins.plus(earlier.length()));
    }

    private Optional<LocalDate> day(LocalDate day) {
        if (day.isAfter(from.lastDay())) {
            return Optional.of(to.lastDay().plusDays(DAYS.between(from.lastDay(), day)));
        }
        var same = to.firstDay().plusDays(DAYS.between(from.firstDay(), day));
        return same.isAfter(to.lastDay()) ? Optional.empty() : Optional.of(same);
    }
}
