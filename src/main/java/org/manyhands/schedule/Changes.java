package org.manyhands.schedule;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.schedulefile.Entry;
import org.manyhands.shared.LocalTimes;

/**
 * What a file would change in the schedule. Every entry of the file is in exactly one of the lists, or unchanged.
 *
 * @param back were gone, and are in the file again
 * @param moved have another time or other rooms, and perhaps other differences
 * @param changed are where and when they were, but something else about them differs
 * @param gone are not in the file any more
 */
record Changes(
        List<Entry> added,
        List<Change> back,
        List<Change> moved,
        List<Change> changed,
        List<StoredTalk> gone,
        int same) {

    private static final Set<TalkField> MOVING = EnumSet.of(TalkField.TIME, TalkField.ROOMS);

    /** A talk, what the file says of it, and wherein the two differ. */
    record Change(StoredTalk before, TalkText after, Set<TalkField> fields) {

        static Change of(StoredTalk before, Entry entry) {
            var after = TalkText.of(entry);
            var fields = TalkField.differing(before.said(), after);
            if (before.blocksSetByOrganizer()) {
                fields.remove(TalkField.BLOCKS);
            }
            return new Change(before, after, fields);
        }

        /** In the order in which an organizer wants to know them. */
        public List<Difference> differences(LocalTimes times) {
            return fields.stream()
                    .map(field ->
                            new Difference(field.label(), field.words(before.said(), times), field.words(after, times)))
                    .toList();
        }

        public boolean keepsItsTime() {
            return !fields.contains(TalkField.TIME);
        }

        boolean moves() {
            return fields.stream().anyMatch(MOVING::contains);
        }
    }

    /** What was, and what will be. */
    record Difference(String label, String before, String after) {}

    static Changes between(List<StoredTalk> stored, List<Entry> entries) {
        var byKey = stored.stream().collect(toMap(StoredTalk::key, identity()));
        var keys = entries.stream().map(Entry::key).collect(toSet());
        var changes = new Changes(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(stored.stream()
                        .filter(talk -> !talk.gone() && !keys.contains(talk.key()))
                        .toList()),
                0);
        var same = 0;
        for (var entry : entries) {
            var talk = byKey.get(entry.key());
            if (talk == null) {
                talk = changes.goneAs(entry, entries);
            }
            if (talk == null) {
                changes.added.add(entry);
            } else {
                same += changes.sort(Change.of(talk, entry)) ? 0 : 1;
            }
        }
        return new Changes(changes.added, changes.back, changes.moved, changes.changed, changes.gone, same);
    }

    /**
     * A key hangs on what repeats in a file: what is gone by its key, and stands there with the same title and start, is
     * the same talk, as long as there is one only of both.
     */
    private @Nullable StoredTalk goneAs(Entry entry, List<Entry> entries) {
        var alike = gone.stream()
                .filter(talk -> talk.said().title().equals(entry.title())
                        && talk.said().start().equals(entry.start()))
                .toList();
        var alone = entries.stream()
                        .filter(other -> other.title().equals(entry.title())
                                && other.start().equals(entry.start()))
                        .count()
                == 1;
        if (alike.size() != 1 || !alone) {
            return null;
        }
        gone.remove(alike.getFirst());
        return alike.getFirst();
    }

    private boolean sort(Change change) {
        if (change.before.gone()) {
            return back.add(change);
        } else if (change.moves()) {
            return moved.add(change);
        }
        return !change.fields.isEmpty() && changed.add(change);
    }

    public boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty() && written().findAny().isEmpty();
    }

    /** What is stored already and to be written anew. */
    Stream<Change> written() {
        return Stream.of(back, moved, changed).flatMap(List::stream);
    }

    /** Of what is on now, so much would vanish that the file is rather a mistake than the schedule. */
    public boolean loseMoreThanHalf() {
        return gone.size() > same + moved.size() + changed.size();
    }
}
