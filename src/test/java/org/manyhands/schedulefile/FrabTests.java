package org.manyhands.schedulefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyhands.schedulefile.Schedules.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrabTests {

    private final ScheduleRead.Read xml = Schedules.read("days.xml");
    private final ScheduleRead.Read json = Schedules.read("days.json");

    @Test
    void takesTheDateFromTheDayAndTheZoneFromTheConference() {
        var entry = entry(xml, "No date, only a day and a start");

        assertThat(entry.start()).isEqualTo(Instant.parse("2026-10-16T07:30:00Z"));
        assertThat(entry.end()).isEqualTo(Instant.parse("2026-10-16T08:00:00Z"));
        assertThat(entry.flags()).containsExactly(Flag.ZONE_ASSUMED);
        assertThat(xml.zoneAssumed()).isTrue();
    }

    @Test
    void putsWhatIsBeforeTheDayChangeOnTheNextDate() {
        assertThat(entry(xml, "After midnight").start()).isEqualTo(Instant.parse("2026-10-17T00:00:00Z"));
        assertThat(entry(xml, "Breakfast at the end of the night").start())
                .isEqualTo(Instant.parse("2026-10-18T06:30:00Z"));
    }

    @Test
    void believesTheDateOfAnEventBeforeThatOfItsDay() {
        var entry = entry(xml, "With a date of its own");

        assertThat(entry.start()).isEqualTo(Instant.parse("2026-10-17T13:00:00Z"));
        assertThat(Duration.between(entry.start(), entry.end())).isEqualTo(Duration.ofHours(26));
        assertThat(entry.flags()).isEmpty();
    }

    @Test
    void takesTheRoomFromTheEventElseFromAroundIt() {
        assertThat(entry(xml, "With a date of its own").rooms()).containsExactly("Hall A", "Hall B");
        assertThat(entry(xml, "After midnight").rooms()).containsExactly("Hall A");
        assertThat(entry(xml, "Directly under the day").rooms()).isEmpty();
        assertThat(entry(xml, "Directly under the day").flags()).contains(Flag.NO_ROOM);
    }

    @Test
    void readsLengthsInHoursMinutesAndSeconds() {
        var entry = entry(xml, "Directly under the day");

        assertThat(Duration.between(entry.start(), entry.end())).isEqualTo(Duration.ofMinutes(126));
    }

    @Test
    void readsPersonsWithoutAnId() {
        assertThat(entry(xml, "No date, only a day and a start").speakers())
                .containsExactly("Ada Nameless", "Bo Known");
        assertThat(entry(json, "In the file's own zone").speakers()).containsExactly("Ada", "Bo");
    }

    @Test
    void leavesOfHtmlOnlyTheWords() {
        assertThat(entry(xml, "No date, only a day and a start").text())
                .isEqualTo("One bold & small word.\n\nAnother line.\nAnd one more.");
    }

    @Test
    void leavesMarkdownAsItIs() {
        assertThat(entry(xml, "Directly under the day").text()).isEqualTo("Use `List<String>` where a < b, *always*.");
        assertThat(entry(json, "In the file's own zone").text()).isEqualTo("# A heading\n\n* one\n* two");
    }

    @Test
    void tellsEventsWithTheSameIdApart() {
        assertThat(xml.entries().stream().map(Entry::key))
                .doesNotHaveDuplicates()
                .contains("id 2", "id 4");
        assertThat(entry(xml, "Breakfast at the end of the night").key())
                .isEqualTo("id 1 2026-10-18T06:30:00Z Breakfast at the end of the night");
    }

    @Test
    void keepsWhatHasNoEndAndSaysSo() {
        assertThat(entry(xml, "Without an end").flags()).contains(Flag.NO_END);
        assertThat(entry(xml, "Without a length").flags()).contains(Flag.ZERO_LENGTH);
        assertThat(entry(xml, "Without an end").during()).isEmpty();
        assertThat(entry(xml, "Without an end").blocks()).isFalse();
    }

    @Test
    void saysWhichEventCouldNotBeReadAndWhy() {
        assertThat(xml.unread())
                .containsExactly(
                        new Unread("event 6 (id 5)", "No such time", "“halfway” is not a time that we know.", "id 5"));
        assertThat(json.unread())
                .containsExactly(new Unread("event 3", "Not placed yet", "It has no time yet.", "id cccc"));
    }

    @Test
    void linksToHttpsOnly() {
        assertThat(entry(xml, "With a date of its own").link()).hasToString("Optional[https://example.org/talks/4]");
        assertThat(entry(xml, "Without an end").link()).isEmpty();
    }

    @Test
    void believesTheZoneThatTheFileNames() {
        assertThat(entry(json, "In the file's own zone").start()).isEqualTo(Instant.parse("2026-10-16T09:00:00Z"));
        assertThat(entry(json, "Night session").start()).isEqualTo(Instant.parse("2026-10-17T00:00:00Z"));
        assertThat(json.zoneAssumed()).isFalse();
    }

    @Test
    void guessesTheKind() {
        assertThat(entry(xml, "No date, only a day and a start").kind()).isEqualTo(Kind.KEYNOTE);
        assertThat(entry(json, "In the file's own zone").kind()).isEqualTo(Kind.TUTORIAL);
        assertThat(entry(json, "Lunch").kind()).isEqualTo(Kind.BREAK);
        assertThat(entry(json, "Lunch").rooms()).isEqualTo(List.of());
    }
}
