package org.manyhands.conference;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.manyhands.shared.FormRefusal;

/** Which days can be a conference's. */
record ConferenceDays(LocalDate first, LocalDate last) {

    private static final int MOST = 61;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    /** @throws FormRefusal beside the field of the day that cannot be */
    void refuseImpossible() {
        if (isFarAway(first)) {
            throw new FormRefusal("firstDay", "conference.far-away");
        }
        if (last.isBefore(first)) {
            throw new FormRefusal("lastDay", "conference.last-day-before-first");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST) {
            throw new FormRefusal("lastDay", "conference.too-long", MOST);
        }
    }

    /** Beyond what a conference of today needs, and PostgreSQL's timestamps can hold. */
    static boolean isFarAway(LocalDate day) {
        return day.isBefore(EARLIEST) || day.isAfter(LATEST);
    }
}
