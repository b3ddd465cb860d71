package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    private static Instant at(String local, String zone) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        // By day as it is, and at the very end of the night
        "2026-10-19T08:00, Europe/Brussels, 2026-10-19T08:00",
        "2026-10-19T07:00, Europe/Brussels, 2026-10-19T07:00",
        "2026-10-19T21:59, Europe/Brussels, 2026-10-19T21:59",
        // Before and after midnight, before the night begins
        "2026-10-19T22:00, Europe/Brussels, 2026-10-19T21:30",
        "2026-10-19T23:30, Europe/Brussels, 2026-10-19T21:30",
        "2026-10-20T00:00, Europe/Brussels, 2026-10-19T21:30",
        "2026-10-20T06:59, Europe/Brussels, 2026-10-19T21:30",
        // A quarter of an hour beside all others
        "2026-10-20T03:15, Asia/Kathmandu, 2026-10-19T21:30",
        "2026-10-20T07:00, Asia/Kathmandu, 2026-10-20T07:00",
        // The night in which clocks go back, and the one in which they go forward
        "2026-10-25T06:00, Europe/Brussels, 2026-10-24T21:30",
        "2026-03-29T06:00, Europe/Brussels, 2026-03-28T21:30",
        "2026-11-01T05:00, America/New_York, 2026-10-31T21:30",
        "2026-03-08T05:00, America/New_York, 2026-03-07T21:30",
    })
    void writesAheadOfTheNight(String due, String zone, String written) {
        assertThat(NIGHT.outside(at(due, zone), ZoneId.of(zone))).isEqualTo(at(written, zone));
    }

    /** 02:30 comes twice in Brussels on 25 October 2026; both are in the night. */
    @Test
    void knowsBothOfAnHourThatComesTwice() {
        var zone = ZoneId.of("Europe/Brussels");
        for (var due : new String[] {"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"}) {
            assertThat(NIGHT.outside(Instant.parse(due), zone)).isEqualTo(Instant.parse("2026-10-24T19:30:00Z"));
        }
    }

    /** A night that begins in the hour that clocks leave out begins when they have gone forward. */
    @Test
    void beginsWhereClocksLeaveItsBeginningOut() {
        var late = new QuietHours(LocalTime.of(2, 30), LocalTime.of(8, 0));
        assertThat(late.outside(at("2026-03-29T05:00", "Europe/Brussels"), ZoneId.of("Europe/Brussels")))
                .isEqualTo(at("2026-03-29T03:30", "Europe/Brussels").minus(QuietHours.AHEAD));
    }

    @Test
    void mayLieWithinADayOrBeNone() {
        var zone = ZoneId.of("Europe/Brussels");
        var siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(15, 0));
        assertThat(siesta.outside(at("2026-10-19T14:00", "Europe/Brussels"), zone))
                .isEqualTo(at("2026-10-19T12:30", "Europe/Brussels"));
        assertThat(siesta.outside(at("2026-10-19T03:00", "Europe/Brussels"), zone))
                .isEqualTo(at("2026-10-19T03:00", "Europe/Brussels"));
        var none = new QuietHours(LocalTime.of(22, 0), LocalTime.of(22, 0));
        assertThat(none.outside(at("2026-10-19T23:00", "Europe/Brussels"), zone))
                .isEqualTo(at("2026-10-19T23:00", "Europe/Brussels"));
    }
}
