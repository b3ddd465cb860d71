package org.manyhands.example;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the example conference takes place. */
class ExampleWeekTests {

    @ParameterizedTest
    @CsvSource({
        "2023-09-20T00:00:00-04:00, 2023-10-16",
        "2023-09-20T23:59:59-04:00, 2023-10-16",
        "2026-11-23T12:00:00-05:00, 2026-12-21", // a Monday: four weeks to the day
        "2026-11-29T12:00:00-05:00, 2026-12-21", // a Sunday: the longest way back
        "2026-11-30T03:00:00Z, 2026-12-21", // Monday in Greenwich, still Sunday in Durham
        "2026-12-09T12:00:00-05:00, 2027-01-04",
    })
    void beginsOnAMondayAboutFourWeeksAhead(String now, LocalDate monday) {
        assertThat(week(now).monday()).isEqualTo(monday);
    }

    @Test
    void runsFromTheSundayBeforeToFriday() {
        var week = week("2023-09-20T12:00:00Z");

        assertThat(DayOfWeek.values())
                .extracting(week::date)
                .extracting(LocalDate::getDayOfMonth)
                .startsWith(16, 17, 18, 19, 20)
                .endsWith(15);
        assertThat(week.friday()).isEqualTo("2023-10-20");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-13T12:00:00Z, 2026-11-09T13:00:00Z", // summer time ends between now and then
        "2027-02-24T12:00:00Z, 2027-03-22T12:00:00Z", // and begins
        "2027-02-10T12:00:00Z, 2027-03-08T13:00:00Z", // a week before it begins
        "2027-02-17T12:00:00Z, 2027-03-15T12:00:00Z", // on the very Sunday before
        "2026-10-05T12:00:00Z, 2026-11-02T13:00:00Z", // it ends on that Sunday
    })
    void opensAtEightByTheClocksOfTheTown(String now, Instant eight) {
        var opening = week(now).during(MONDAY, LocalTime.of(8, 0), LocalTime.of(10, 0));

        assertThat(opening.start()).isEqualTo(eight);
        assertThat(opening.length()).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource({"2027-02-17T12:00:00Z, 2027-03-14T20:00:00Z", "2026-10-05T12:00:00Z, 2026-11-01T21:00:00Z"})
    void packsBagsAtFourOnTheDayTheClocksAreTurned(String now, Instant four) {
        var packing = week(now).during(SUNDAY, LocalTime.of(16, 0), LocalTime.of(17, 0));

        assertThat(packing.start()).isEqualTo(four);
    }

    private static ExampleWeek week(String now) {
        return ExampleWeek.ahead(Instant.parse(now));
    }
}
