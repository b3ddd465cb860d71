package org.manyhands.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manyhands.schedulefile.Entry;
import org.manyhands.schedulefile.Format;
import org.manyhands.schedulefile.Kind;
import org.manyhands.schedulefile.ScheduleRead;
import org.manyhands.schedulefile.Unread;

class ChangesTests {

    private static final Instant NINE = Instant.parse("2026-10-19T09:00:00Z");

    @Test
    void areNoneForTheSameFileTwice() {
        var entries = List.of(entry("a", "A", 0, "Hall", "Attic"), entry("b", "B", 1));

        var changes = between(stored(entries), entries);

        assertThat(changes.isEmpty()).isTrue();
        assertThat(changes.same()).isEqualTo(2);
    }

    @Test
    void areNoneForTheSameRoomsInAnotherOrderNorForLessThanAMicrosecond() {
        var before = stored(List.of(entry("a", "A", 0, "Hall", "Attic")));
        var entry = entry("a", "A", 0, "Attic", "Hall", "Attic");

        assertThat(between(before, List.of(withStart(entry, entry.start().plusNanos(7))))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void tellWhatIsNewMovedChangedAndGoneApart() {
        var before = stored(List.of(
                entry("moved", "A", 0, "Hall"),
                entry("in another room", "B", 0, "Hall"),
                entry("said otherwise", "C", 0),
                entry("gone", "D", 0)));

        var changes = between(
                before,
                List.of(
                        entry("moved", "A2", 1, "Hall"),
                        entry("in another room", "B", 0, "Attic"),
                        entry("said otherwise", "C2", 0),
                        entry("new", "E", 0)));

        assertThat(changes.added()).extracting(Entry::key).containsExactly("new");
        assertThat(changes.moved())
                .extracting(change -> change.before().key(), Changes.Change::fields)
                .containsExactly(
                        tuple("moved", Set.of(TalkField.TIME, TalkField.TITLE)),
                        tuple("in another room", Set.of(TalkField.ROOMS)));
        assertThat(changes.changed()).extracting(Changes.Change::fields).containsExactly(Set.of(TalkField.TITLE));
        assertThat(changes.gone()).extracting(StoredTalk::key).containsExactly("gone");
        assertThat(changes.same()).isZero();
    }

    @Test
    void findATalkAgainWhoseKeyHungOnOthersThatAreGone() {
        var first = entry("Lightning#1", "Lightning talks", 0);
        var second = entry("Lightning#2", "Lightning talks", 2);

        var changes = between(stored(List.of(first, second)), List.of(entry("Lightning", "Lightning talks", 2)));

        assertThat(changes.added()).isEmpty();
        assertThat(changes.gone()).extracting(StoredTalk::key).containsExactly("Lightning#1");
        assertThat(changes.same()).isOne();
    }

    @Test
    void bringBackWhatWasGoneEvenAsItWas() {
        var entry = entry("a", "A", 0);
        var gone = new StoredTalk(TalkId.next(), "a", TalkText.of(entry), false, true);

        assertThat(between(List.of(gone), List.of(entry)).back()).hasSize(1);
        assertThat(between(List.of(gone), List.of()).gone()).isEmpty();
    }

    @Test
    void leaveAloneWhatAnOrganizerSaidOfBeingBusy() {
        var entry = entry("a", "A", 0);
        var said = TalkText.of(entry);
        var free = new TalkText(
                said.title(),
                said.subtitle(),
                said.text(),
                said.speakers(),
                said.rooms(),
                said.start(),
                said.end(),
                said.kind(),
                false,
                said.link());

        assertThat(between(List.of(new StoredTalk(TalkId.next(), "a", free, true, false)), List.of(entry))
                        .isEmpty())
                .isTrue();
        assertThat(between(List.of(new StoredTalk(TalkId.next(), "a", free, false, false)), List.of(entry))
                        .changed())
                .hasSize(1);
    }

    @Test
    void loseMoreThanHalfOnlyWhereMoreGoesThanStays() {
        var two = stored(List.of(entry("a", "A", 0), entry("b", "B", 0)));

        assertThat(between(two, List.of(entry("a", "A", 0))).loseMoreThanHalf()).isFalse();
        assertThat(between(two, List.of(entry("c", "C", 0))).loseMoreThanHalf()).isTrue();
        assertThat(between(List.of(), List.of(entry("c", "C", 0))).loseMoreThanHalf())
                .isFalse();
    }

    @Test
    void writeAnAddressInSmallLettersAsTheTableWantsIt() {
        var shouted = entry("a", "A", 0);
        assertThat(TalkText.of(shouted).link()).isEqualTo("https://example.org/a");
    }

    @Test
    void keepWhatTheFileHasButNobodyCanRead() {
        var before = stored(List.of(
                entry("id 1", "A", 0),
                entry("id 2 2026-10-19T09:00:00Z Twice", "Twice", 0),
                entry("id 2 2026-10-19T10:00:00Z Twice", "Twice", 1),
                entry("title Lunch break", "Lunch break", 0),
                entry("id 1 and a half", "Half", 0)));
        var unread = List.of(unread("id 1"), unread("id 2"), unread("title Lunch"), unread(""));

        var changes = Comparison.of(before, new ScheduleRead.Read(Format.CSV, false, List.of(), unread));

        assertThat(changes.kept()).extracting(talk -> talk.said().title()).containsExactly("A", "Twice", "Twice");
        assertThat(changes.gone()).extracting(talk -> talk.said().title()).containsExactly("Lunch break", "Half");
        assertThat(changes.loseMoreThanHalf()).isFalse();
    }

    private static Unread unread(String key) {
        return new Unread("row 1", "", "It has no time yet.", key);
    }

    private static Changes between(List<StoredTalk> stored, List<Entry> entries) {
        return Comparison.of(stored, new ScheduleRead.Read(Format.CSV, false, entries, List.of()));
    }

    private static List<StoredTalk> stored(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new StoredTalk(TalkId.next(), entry.key(), TalkText.of(entry), false, false))
                .toList();
    }

    private static Entry entry(String key, String title, int hoursLater, String... rooms) {
        var start = NINE.plusSeconds(3600L * hoursLater);
        return new Entry(
                key,
                title,
                "",
                "",
                List.of("Ada"),
                List.of(rooms),
                start,
                start.plusSeconds(1800),
                Kind.TALK,
                true,
                Set.of(),
                Optional.of(URI.create("HTTPS://example.org/a")));
    }

    private static Entry withStart(Entry entry, Instant start) {
        return new Entry(
                entry.key(),
                entry.title(),
                entry.subtitle(),
                entry.text(),
                entry.speakers(),
                entry.rooms(),
                start,
                entry.end(),
                entry.kind(),
                entry.blocks(),
                entry.flags(),
                entry.link());
    }
}
