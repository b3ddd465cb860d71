package org.manyhands.schedulefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyhands.schedulefile.Schedules.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ICalendarTests {

    private final ScheduleRead.Read read = Schedules.read("calendar.ics");

    @Test
    void readsAZoneThatTheFileDoesNotDefineAndADuration() {
        var entry = entry(read, "A zone that the file does not define, and a duration");

        assertThat(entry.start()).isEqualTo(Instant.parse("2026-10-16T08:00:00Z"));
        assertThat(entry.end()).isEqualTo(Instant.parse("2026-10-16T08:45:00Z"));
        assertThat(entry.text()).isEqualTo("First line\nSecond line; with a semicolon");
        assertThat(entry.rooms()).containsExactly("Hall A", "Hall B");
        assertThat(entry.link()).hasToString("Optional[https://example.org/1]");
        assertThat(entry.flags()).isEmpty();
    }

    @Test
    void readsTheSameWithCarriageReturns() {
        assertThat(Schedules.readText(Schedules.text("calendar.ics").replace("\n", "\r\n")))
                .isEqualTo(read);
    }

    @Test
    void tellsEventsWithTheSameUidApart() {
        assertThat(entry(read, "The same UID").key())
                .isEqualTo("id shared@example.org 2026-10-16T09:00:00Z The same UID");
    }

    @Test
    void knowsOutlooksNamesForZonesAndThoseWithAPrefix() {
        assertThat(entry(read, "Outlook's zone and no end").start()).isEqualTo(Instant.parse("2026-10-16T10:00:00Z"));
        assertThat(entry(read, "Outlook's zone and no end").flags()).containsExactly(Flag.NO_END, Flag.NO_ROOM);
        assertThat(entry(read, "Ends before it starts").start()).isEqualTo(Instant.parse("2026-10-16T13:00:00Z"));
    }

    @Test
    void takesTheConferencesZoneWhereThereIsNone() {
        var entry = entry(read, "Floating and of no length");

        assertThat(entry.start()).isEqualTo(Instant.parse("2026-10-16T11:00:00Z"));
        assertThat(entry.flags()).containsExactly(Flag.ZERO_LENGTH, Flag.NO_ROOM, Flag.ZONE_ASSUMED);
    }

    @Test
    void keepsAServiceOfAllDaysWithoutBlockingAnybody() {
        var entry = entry(read, "Quiet Room");

        assertThat(entry.kind()).isEqualTo(Kind.SERVICE);
        assertThat(entry.blocks()).isFalse();
        assertThat(entry.start()).isEqualTo(Instant.parse("2026-10-15T22:00:00Z"));
        assertThat(entry.end()).isEqualTo(Instant.parse("2026-10-17T22:00:00Z"));
        assertThat(entry.flags()).contains(Flag.ALL_DAY);
    }

    @Test
    void flagsWhatEndsBeforeItStartsWhatRepeatsAndWhatIsCancelled() {
        var entry = entry(read, "Ends before it starts");

        assertThat(entry.flags()).contains(Flag.END_BEFORE_START, Flag.REPEATS, Flag.CALLED_OFF);
        assertThat(entry.end()).isEqualTo(entry.start());
    }

    @Test
    void saysWhichEventsCouldNotBeReadAndWhy() {
        assertThat(read.unread().stream().map(unread -> unread.said() + ": " + unread.because()))
                .containsExactly(
                        "Without a time: It has no time yet.",
                        "No such day: It has a date or a time that does not exist.",
                        "Broken off: The file breaks off in the middle of it.");
    }

    @Test
    void readsVeryLongLinesAndLineSeparatorsInsideOfText() {
        var text = "long\u2028lines ".repeat(500).strip();
        var entry = Schedules.readText("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261016T090000Z\n"
                        + "SUMMARY:One\u2028line\nDESCRIPTION:" + text + "\nEND:VEVENT\nEND:VCALENDAR\n")
                .entries()
                .getFirst();

        assertThat(entry.title()).isEqualTo("One line");
        assertThat(entry.text()).isEqualTo(text.replace("\u2028", "\n").replace(" \n", "\n"));
    }

    @Test
    void readsCharactersThatAFoldCutsInTwo() {
        var event =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261016T090000Z\nSUMMARY:Café\nEND:VEVENT\nEND:VCALENDAR"
                        .getBytes(StandardCharsets.UTF_8);
        var cut = new String(event, StandardCharsets.ISO_8859_1).indexOf('\u00c3') + 1;
        var folded = new byte[event.length + 2];
        System.arraycopy(event, 0, folded, 0, cut);
        folded[cut] = '\n';
        folded[cut + 1] = ' ';
        System.arraycopy(event, cut, folded, cut + 2, event.length - cut);

        assertThat(Schedules.read(folded).entries()).extracting(Entry::title).containsExactly("Café");
        assertThat(Arrays.equals(event, folded)).isFalse();
    }
}
