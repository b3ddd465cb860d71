package org.manyhands.schedule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.manyhands.schedulefile.Entry;
import org.manyhands.shared.LocalTimes;

/**
 * What a file would change in the schedule. Every entry of the file is in exactly one of the lists, or unchanged.
 *
 * @param back were gone, and are in the file again
 * @param moved have another time or other rooms, and perhaps other differences
 * @param changed are where and when they were, but something else about them differs
 * @param gone are not in the file any more
 * @param kept stay as they are: the file has them, but when they are could not be read
 */
record Changes(
        List<Entry> added,
        List<Change> back,
        List<Change> moved,
        List<Change> changed,
        List<StoredTalk> gone,
        List<StoredTalk> kept,
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

        boolean differs() {
            return !fields.isEmpty();
        }

        boolean moves() {
            return fields.stream().anyMatch(MOVING::contains);
        }
    }

    /** What was, and what will be. */
    record Difference(String label, String before, String after) {}

    public boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty() && written().findAny().isEmpty();
    }

    /** What is stored already and to be written anew. */
    Stream<Change> written() {
        return Stream.of(back, moved, changed).flatMap(List::stream);
    }

    /** Of what is on now, so much would vanish that the file is rather a mistake than the schedule. */
    public boolean loseMoreThanHalf() {
        return gone.size() > same + moved.size() + changed.size() + kept.size();
    }
}
