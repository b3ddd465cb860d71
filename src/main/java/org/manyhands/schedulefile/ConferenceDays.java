package org.manyhands.schedulefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a file may leave unsaid: the zone of its times, and the days between which they ought to lie. */
public record ConferenceDays(ZoneId zone, LocalDate first, LocalDate last) {

    /** A party after the last evening still belongs to that day. */
    private static final int NIGHT_ENDS_AT_HOUR = 6;

    boolean include(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    boolean include(Instant start) {
        var local = start.atZone(zone);
        return include(local.toLocalDate())
                || include(local.minusHours(NIGHT_ENDS_AT_HOUR).toLocalDate());
    }
}
