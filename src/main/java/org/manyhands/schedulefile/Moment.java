package org.manyhands.schedulefile;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A time in a file.
 *
 * @param assumed whether its zone is what files of this conference mean where they name none
 * @param wholeDay whether it is a date only
 */
record Moment(ZonedDateTime at, boolean assumed, boolean wholeDay) {

    /** Beyond these a year is a mistyped one, and the database's and Java's calendars end somewhere. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2200;

    Moment {
        if (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR) {
            throw new Unreadable("The year " + at.getYear() + " cannot be right.");
        }
    }

    static Moment of(LocalDateTime local, ZoneId zone, boolean assumed) {
        return new Moment(local.atZone(zone), assumed, false);
    }

    Moment asWholeDay() {
        return new Moment(at, assumed, true);
    }

    /** Another time in the same zone. */
    Moment with(LocalDateTime local) {
        return new Moment(local.atZone(at.getZone()), assumed, false);
    }

    Instant instant() {
        return at.toInstant();
    }
}
