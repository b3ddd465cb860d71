package org.manyhands.example;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.manyhands.shared.TimeRange;

/** The week of the example conference, from Monday on; bags are packed on the Sunday before. */
record ExampleWeek(LocalDate monday) {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** About four weeks ahead: with the clock at 20 September 2023, the 16 October on which the model began. */
    static ExampleWeek ahead(Instant now) {
        return new ExampleWeek(
                LocalDate.ofInstant(now, ZONE).plusWeeks(4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    LocalDate friday() {
        return date(DayOfWeek.FRIDAY);
    }

    LocalDate date(DayOfWeek day) {
        return day == DayOfWeek.SUNDAY ? monday.minusDays(1) : monday.with(TemporalAdjusters.nextOrSame(day));
    }

    /** By the clocks of the town, whichever way they are turned between now and then. */
    TimeRange during(DayOfWeek day, LocalTime from, LocalTime to) {
        return new TimeRange(
                date(day).atTime(from).atZone(ZONE).toInstant(),
                date(day).atTime(to).atZone(ZONE).toInstant());
    }
}
