package org.manyhands.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of the night in which nobody's phone is to ring, as times of day in the conference's zone: over midnight
 * where they end before they begin, and none where both are alike.
 */
record QuietHours(LocalTime from, LocalTime to) {

    /** Mails leave within a minute or two; a mail server that is away is mostly back by then. */
    static final Duration AHEAD = Duration.ofMinutes(30);

    /**
     * When something is written that is due at an instant: then, or ahead of the night in which it is due. Where clocks
     * change during the night, the night is as long as the clocks say: from the instant they first show its beginning
     * to the one they first show its end.
     */
    Instant outside(Instant due, ZoneId zone) {
        var local = due.atZone(zone);
        if (!contains(local.toLocalTime())) {
            return due;
        }
        var evening = local.toLocalTime().isBefore(from) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        return evening.atTime(from).atZone(zone).toInstant().minus(AHEAD);
    }

    private boolean contains(LocalTime time) {
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to);
        }
        return from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
    }
}
