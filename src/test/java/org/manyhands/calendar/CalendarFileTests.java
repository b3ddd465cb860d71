package org.manyhands.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.model.component.VAlarm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyhands.calendar.CalendarEvent.Method;
import org.manyhands.shared.TimeRange;

/** What stands in a calendar's file, read by somebody else's parser. */
class CalendarFileTests {

    private static final Instant CHANGED = Instant.parse("2026-02-03T04:05:06Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static CalendarEvent event(TimeRange during, String words) {
        return new CalendarEvent(
                "0190@volunteers.example", 2, CHANGED, during, words, words, words, null, 15, "vera@example.org");
    }

    private static String file(ZoneId zone, TimeRange during, String words) {
        return CalendarFile.write(
                Method.REQUEST, "", zone, List.of(event(during, words)), during, "volunteers@example.org");
    }

    private static String file(String zone, String from, String to) {
        return file(ZoneId.of(zone), new TimeRange(Instant.parse(from), Instant.parse(to)), "Desk");
    }

    /** In a summer and a winter, over midnight, over both changes of the clocks, and where there are none. */
    @ParameterizedTest
    @CsvSource({
        "Asia/Kathmandu,      2026-10-19T02:15:00Z, 2026-10-19T04:15:00Z, 20261019T080000, 20261019T100000",
        "Asia/Kathmandu,      2026-10-19T16:15:00Z, 2026-10-19T20:15:00Z, 20261019T220000, 20261020T020000",
        "America/New_York,    2026-07-06T12:00:00Z, 2026-07-06T14:00:00Z, 20260706T080000, 20260706T100000",
        "America/New_York,    2026-03-08T05:00:00Z, 2026-03-08T09:00:00Z, 20260308T000000, 20260308T050000",
        "America/New_York,    2026-03-08T07:00:00Z, 2026-03-08T08:00:00Z, 20260308T030000, 20260308T040000",
        "America/New_York,    2026-11-01T03:00:00Z, 2026-11-01T09:00:00Z, 20261031T230000, 20261101T040000",
        "Europe/Dublin,       2026-10-24T23:15:00Z, 2026-10-25T03:00:00Z, 20261025T001500, 20261025T030000",
        "Australia/Lord_Howe, 2026-04-04T12:00:00Z, 2026-04-04T18:00:00Z, 20260404T230000, 20260405T043000",
        "Pacific/Kiritimati,  2026-01-01T00:00:00Z, 2026-01-01T12:00:00Z, 20260101T140000, 20260102T020000",
    })
    void saysLocalTimesWithTheirZone(String zone, Instant from, Instant to, String start, String end) {
        var text = file(zone, from.toString(), to.toString());
        var parsed = Parsed.read(text);
        assertThat(parsed.start()).isEqualTo(from);
        assertThat(parsed.end()).isEqualTo(to);
        assertThat(text)
                .contains("DTSTART;TZID=" + zone + ":" + start + "\r\n", "DTEND;TZID=" + zone + ":" + end + "\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:" + zone + "\r\n");
    }

    /** A local time would mean the first of the two (RFC 5545, 3.3.5), which not every parser knows. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T06:30:00Z, 2026-11-01T08:00:00Z",
        "2026-11-01T04:30:00Z, 2026-11-01T06:30:00Z",
        "2026-11-01T05:30:00Z, 2026-11-01T06:30:00Z",
        "2026-11-01T04:30:00Z, 2026-11-01T05:30:00Z",
    })
    void saysTheHourThatComesTwiceInUtc(Instant from, Instant to) {
        var parsed = Parsed.read(file("America/New_York", from.toString(), to.toString()));
        assertThat(parsed.start()).isEqualTo(from);
        assertThat(parsed.end()).isEqualTo(to);
        assertThat(parsed.text()).contains("DTSTART:" + from.toString().replaceAll("[-:]", ""));
    }

    @Test
    void saysWhatTheClocksDo() {
        assertThat(file("America/New_York", "2026-11-01T03:00:00Z", "2026-11-01T09:00:00Z"))
                .contains("""
                        BEGIN:DAYLIGHT
                        DTSTART:20260308T020000
                        TZOFFSETFROM:-0500
                        TZOFFSETTO:-0400
                        TZNAME:EDT
                        END:DAYLIGHT
                        BEGIN:STANDARD
                        DTSTART:20261101T020000
                        TZOFFSETFROM:-0400
                        TZOFFSETTO:-0500
                        TZNAME:EST
                        END:STANDARD
                        """.replace("\n", "\r\n"));
        assertThat(file("Asia/Kathmandu", "2026-10-19T02:15:00Z", "2026-10-19T04:15:00Z"))
                .contains("TZOFFSETTO:+0545\r\n");
        assertThat(Parsed.read(file("UTC", "2026-10-19T02:15:00Z", "2026-10-19T04:15:00Z"))
                        .start())
                .isEqualTo("2026-10-19T02:15:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Desk; left, right \\ back|",
                "Ünïcödé ist länger als ihre Buchstaben, und zwar so lang, dass die Zeile gefaltet wird 🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪🎪|",
                "END:VEVENT|",
                "मेजमा मानिसहरूलाई स्वागत गर्नुहोस् र तिनीहरूलाई आफ्नो ब्याज दिनुहोस्, त्यसपछि ढोका देखाउनुहोस्|",
            })
    void keepsWhatPeopleType(String words) {
        var typed = words + "\n\nBEGIN:VALARM\r\nlast; line,";
        var parsed = Parsed.read(file(NEW_YORK, new TimeRange(CHANGED, CHANGED.plusSeconds(60)), typed));
        assertThat(parsed.of("SUMMARY")).isEqualTo(typed.replace("\r", ""));
        assertThat(parsed.of("DESCRIPTION")).isEqualTo(typed.replace("\r", ""));
    }

    @Test
    void dropsWhatNoTextMayHold() {
        var parsed = Parsed.read(file(NEW_YORK, new TimeRange(CHANGED, CHANGED.plusSeconds(60)), "a\0b\u0007c\rd"));
        assertThat(parsed.of("SUMMARY")).isEqualTo("abcd");
    }

    @Test
    void ringsWhenOneHasToBeThere() {
        var parsed = Parsed.read(file("America/New_York", "2026-07-06T12:00:00Z", "2026-07-06T14:00:00Z"));
        assertThat(parsed.event().getAlarms())
                .singleElement()
                .extracting(VAlarm::toString)
                .asString()
                .contains("TRIGGER:-PT15M", "ACTION:DISPLAY");
        assertThat(parsed.of("ORGANIZER")).isEqualTo("mailto:volunteers@example.org");
        assertThat(parsed.text())
                .contains(
                        "ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:vera@example.org\r\n",
                        "DTSTAMP:20260203T040506Z");
    }
}
