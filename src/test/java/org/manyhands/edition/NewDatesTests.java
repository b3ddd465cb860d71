package org.manyhands.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Contact;
import org.manyhands.shared.TimeRange;

/** Where last year's hours fall this year. */
class NewDatesTests {

    private static final ZoneId DURHAM = ZoneId.of("America/New_York");

    private static final ConferencePage AUTUMN = conference("2023-10-16", "2023-10-20", DURHAM);

    private static ConferencePage conference(String first, String last, ZoneId zone) {
        return ConferencePage.of(new Conference(
                "djangocon",
                "DjangoCon",
                "Durham",
                LocalDate.parse(first),
                LocalDate.parse(last),
                zone,
                new Contact("Priya Raman", "volunteers@conference.example", null),
                "https://conference.example/conduct"));
    }

    private static TimeRange range(ZoneId zone, String start, String end) {
        return new TimeRange(
                LocalDateTime.parse(start).atZone(zone).toInstant(),
                LocalDateTime.parse(end).atZone(zone).toInstant());
    }

    private static Optional<TimeRange> moved(ConferencePage to, String start, String end) {
        return new NewDates(AUTUMN, to).of(range(DURHAM, start, end));
    }

    @Test
    void countsDaysFromTheFirst() {
        var next = conference("2024-09-22", "2024-09-27", DURHAM);
        assertThat(moved(next, "2023-10-17T09:00", "2023-10-17T12:30"))
                .contains(range(DURHAM, "2024-09-23T09:00", "2024-09-23T12:30"));
    }

    @Test
    void keepsTheTimeOfDayInAnotherTownAndSeason() {
        var kathmandu = ZoneId.of("Asia/Kathmandu");
        var next = conference("2024-01-08", "2024-01-12", kathmandu);
        assertThat(moved(next, "2023-10-16T22:00", "2023-10-17T02:00"))
                .contains(range(kathmandu, "2024-01-08T22:00", "2024-01-09T02:00"));
    }

    @Test
    void keepsTheDaysBeforeAndAfterAtTheirDistance() {
        var longer = conference("2024-09-22", "2024-09-28", DURHAM);
        assertThat(moved(longer, "2023-10-14T17:00", "2023-10-14T19:00"))
                .contains(range(DURHAM, "2024-09-20T17:00", "2024-09-20T19:00"));
        assertThat(moved(longer, "2023-10-21T10:00", "2023-10-21T12:00"))
                .contains(range(DURHAM, "2024-09-29T10:00", "2024-09-29T12:00"));
    }

    @Test
    void hasNoPlaceForDaysThatAShorterConferenceLacks() {
        var shorter = conference("2024-09-22", "2024-09-24", DURHAM);
        assertThat(moved(shorter, "2023-10-18T09:00", "2023-10-18T10:00"))
                .contains(range(DURHAM, "2024-09-24T09:00", "2024-09-24T10:00"));
        assertThat(moved(shorter, "2023-10-19T09:00", "2023-10-19T10:00")).isEmpty();
    }

    @Test
    void neverTurnsAStretchRoundWhereTheClockGoesForward() {
        var inMarch = conference("2024-03-10", "2024-03-14", DURHAM);
        assertThat(moved(inMarch, "2023-10-16T02:30", "2023-10-16T03:00"))
                .hasValueSatisfying(during -> assertThat(during.length()).isEqualTo(Duration.ofMinutes(30)));
    }
}
