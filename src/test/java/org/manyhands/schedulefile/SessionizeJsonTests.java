package org.manyhands.schedulefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyhands.schedulefile.Schedules.entry;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionizeJsonTests {

    private final ScheduleRead.Read all = Schedules.read("sessionize-all.json");

    @Test
    void tiesSessionsToTheirSpeakersAndRooms() {
        var entry = entry(all, "Keynote: Beginnings");

        assertThat(entry.speakers()).containsExactly("Ada One", "Bo Two");
        assertThat(entry.rooms()).containsExactly("Aula");
        assertThat(entry.kind()).isEqualTo(Kind.KEYNOTE);
        assertThat(entry.start()).isEqualTo(Instant.parse("2026-10-16T07:00:00Z"));
        assertThat(all.zoneAssumed()).isTrue();
    }

    @Test
    void readsASessionWithoutARoomAndOneWhoseIdRepeats() {
        var entry = entry(all, "The same id");

        assertThat(entry.flags()).contains(Flag.NO_ROOM);
        assertThat(entry.kind()).isEqualTo(Kind.TUTORIAL);
        assertThat(entry.key()).isEqualTo("id 1 2026-10-16T08:00:00Z The same id");
    }

    @Test
    void saysThatASessionHasNoTimeYet() {
        assertThat(all.unread())
                .containsExactly(new Unread("session 3 (id 3)", "No time yet", "It has no time yet.", "id 3"));
    }

    @Test
    void takesServiceSessionsForBreaksUnlessTheyAreHeld() {
        assertThat(entry(all, "Lunch").kind()).isEqualTo(Kind.BREAK);
        assertThat(entry(all, "Lunch").blocks()).isFalse();
        assertThat(entry(all, "Closing Remarks").kind()).isEqualTo(Kind.TALK);
        assertThat(entry(all, "Closing Remarks").blocks()).isTrue();
    }

    @Test
    void readsSessionsInGroups() {
        var entry = entry(Schedules.read("sessionize-sessions.json"), "Grouped");

        assertThat(entry.speakers()).containsExactly("Ada One");
        assertThat(entry.rooms()).containsExactly("Aula");
        assertThat(entry.kind()).isEqualTo(Kind.TUTORIAL);
    }

    @Test
    void readsEachSessionOfAGridOnce() {
        var grid = Schedules.read("sessionize-grid.json");

        assertThat(grid.entries()).hasSize(1);
        assertThat(grid.entries().getFirst().rooms()).containsExactly("Aula");
    }

    @Test
    void readsSessionsKeptByTheirIds() {
        var read = Schedules.readText("""
                {"7": {"id": "7", "title": "By id", "startsAt": "2026-10-16T09:00:00", "endsAt": "2026-10-16T10:00:00"}}""");

        assertThat(read.entries()).extracting(Entry::key).containsExactly("id 7");
    }
}
