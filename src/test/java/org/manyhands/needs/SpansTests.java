package org.manyhands.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Contact;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.TimeRange;

class SpansTests {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** Clocks go forward on Sunday 29 March 2026 at 2:00, and back on Sunday 25 October at 3:00. */
    private final ConferencePage spring = conference(LocalDate.of(2026, 3, 27));

    private final ConferencePage autumn = conference(LocalDate.of(2026, 10, 23));

    private static ConferencePage conference(LocalDate firstDay) {
        return ConferencePage.of(new Conference(
                "c",
                "C",
                "Brussels",
                firstDay,
                firstDay.plusDays(4),
                BRUSSELS,
                new Contact("A", "a@example.org", null),
                "https://c.example"));
    }

    @Test
    void cutsASpanIntoPieces() {
        assertThat(cut("08:00", "18:00", 120, 0))
                .containsExactly("08:00-10:00", "10:00-12:00", "12:00-14:00", "14:00-16:00", "16:00-18:00");
        assertThat(cut("08:00", "12:00", 120, 15)).containsExactly("08:00-10:00", "09:45-11:45", "11:30-12:00");
        assertThat(cut("08:00", "10:00", 180, 0)).containsExactly("08:00-10:00");
        assertThat(cut("08:00", "10:00", 120, 30))
                .as("no piece of overlap alone")
                .containsExactly("08:00-10:00");
    }

    private List<String> cut(String from, String to, int length, int overlap) {
        var day = LocalDate.of(2026, 10, 20);
        return Spans.cut(
                        range(day + "T" + from, day + "T" + to),
                        Duration.ofMinutes(length),
                        Duration.ofMinutes(overlap))
                .stream()
                .map(slot -> local(slot.start()).toLocalTime() + "-"
                        + local(slot.end()).toLocalTime())
                .toList();
    }

    @Test
    void keepsTheClockOnTheWallWhereClocksChange() {
        assertThat(Spans.later(range("2026-10-24T09:00", "2026-10-24T10:30"), Duration.ofDays(1), autumn))
                .isEqualTo(range("2026-10-25T09:00", "2026-10-25T10:30"))
                .satisfies(later -> assertThat(Duration.between(Instant.parse("2026-10-24T07:00:00Z"), later.start()))
                        .hasHours(25));
        assertThat(Spans.later(range("2026-03-28T09:00", "2026-03-28T10:30"), Duration.ofDays(1), spring))
                .isEqualTo(range("2026-03-29T09:00", "2026-03-29T10:30"));
        assertThat(Spans.later(range("2026-10-23T23:00", "2026-10-24T06:00"), Duration.ofDays(1), autumn)
                        .length())
                .as("a night an hour longer")
                .hasHours(8);
    }

    @Test
    void refusesAnHourThatThereIsNotAndDaysFarAway() {
        assertRefused("time.does-not-exist", range("2026-03-28T02:30", "2026-03-28T04:00"), Duration.ofDays(1), spring);
        assertRefused("timeslot.far-away", range("2026-03-28T02:30", "2026-03-28T04:00"), Duration.ofDays(99), spring);
    }

    private static void assertRefused(String key, TimeRange during, Duration later, ConferencePage conference) {
        assertThatExceptionOfType(FormRefusal.class)
                .isThrownBy(() -> Spans.later(during, later, conference))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(instant(from), instant(to));
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(BRUSSELS).toInstant();
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, BRUSSELS);
    }
}
