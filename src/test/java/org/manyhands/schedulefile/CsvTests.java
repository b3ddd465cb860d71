package org.manyhands.schedulefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyhands.schedulefile.Schedules.entry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CsvTests {

    private final ScheduleRead.Read read = Schedules.read("headings.csv");

    @Test
    void knowsColumnsByWhatPeopleCallThem() {
        var entry = entry(read, "Opening");

        assertThat(entry.start()).isEqualTo(Instant.parse("2026-10-16T07:00:00Z"));
        assertThat(entry.end()).isEqualTo(Instant.parse("2026-10-16T07:30:00Z"));
        assertThat(entry.speakers()).containsExactly("Ada One", "Bo Two");
        assertThat(entry.rooms()).containsExactly("Hall A");
        assertThat(entry.text()).isEqualTo("Two\nlines; and a semicolon");
        assertThat(entry.kind()).isEqualTo(Kind.TALK);
    }

    @Test
    void readsAnEndAfterMidnight() {
        assertThat(entry(read, "Late party").end()).isEqualTo(Instant.parse("2026-10-17T00:00:00Z"));
        assertThat(entry(read, "Late party").kind()).isEqualTo(Kind.SOCIAL);
    }

    @Test
    void flagsAnEndBeforeTheStartAndADayOutsideTheConference() {
        assertThat(entry(read, "Backwards").flags()).contains(Flag.END_BEFORE_START);
        assertThat(entry(read, "Much later").flags()).contains(Flag.OUTSIDE_THE_CONFERENCE, Flag.NO_ROOM);
    }

    @Test
    void tellsRowsWithoutAnIdApart() {
        assertThat(read.entries().stream().map(Entry::key).filter(key -> key.startsWith("title Break")))
                .containsExactly(
                        "title Break 2026-10-16T08:30:00Z Break",
                        "title Break 2026-10-16T13:30:00Z Break [Foyer]",
                        "title Break 2026-10-16T13:30:00Z Break [Foyer] #2");
        assertThat(entry(read, "Opening").key()).isEqualTo("title Opening");
    }

    @Test
    void takesTwoRoomsWithACommaForTwoWhereEachAlsoStandsAlone() {
        assertThat(entry(read, "Both halls").rooms()).containsExactly("Hall A", "Hall B");
    }

    @Test
    void saysWhichRowsCouldNotBeReadAndWhy() {
        assertThat(read.unread().stream().map(unread -> unread.where() + ": " + unread.because()))
                .containsExactly("row 11: It has no title.", "row 12: It has no time yet.");
    }

    @Test
    void readsAmericanAndBritishDatesAndZonesOfTheirOwn() {
        var american = Schedules.read("american.csv");

        assertThat(entry(american, "Afternoon").start()).isEqualTo(Instant.parse("2026-10-16T12:00:00Z"));
        assertThat(entry(american, "British day first").start()).isEqualTo(Instant.parse("2026-10-16T14:00:00Z"));
        assertThat(entry(american, "With a zone").start()).isEqualTo(Instant.parse("2026-10-16T22:00:00Z"));
    }

    @Test
    void readsTabsCommasExcelsFirstLineAndWhatOldSpreadsheetsWrite() {
        var text = Schedules.text("headings.csv");

        assertThat(Schedules.readText("sep=;\r\n" + text.replace("\n", "\r\n")).entries())
                .isEqualTo(read.entries());
        assertThat(Schedules.readText("title\tstart\nCafé\t2026-10-16 09:00\n").entries())
                .extracting(Entry::title)
                .containsExactly("Café");
        assertThat(Schedules.read("title,start\nCafé,2026-10-16 09:00\n".getBytes(Charset.forName("windows-1252")))
                        .entries())
                .extracting(Entry::title)
                .containsExactly("Café");
        assertThat(Schedules.read("\uFEFFtitle,start\nCafé,2026-10-16 09:00\n".getBytes(StandardCharsets.UTF_16LE))
                        .entries())
                .extracting(Entry::title)
                .containsExactly("Café");
    }
}
