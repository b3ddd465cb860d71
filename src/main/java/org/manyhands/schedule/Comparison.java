package org.manyhands.schedule;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.manyhands.schedulefile.Entry;
import org.manyhands.schedulefile.ScheduleRead;
import org.manyhands.schedulefile.Unread;

/** Finds the talks of the schedule again in a file; what comes of it are {@link Changes}. */
final class Comparison {

    /** What two entries look alike by, whatever their keys. */
    private record Look(String title, Instant start) {

        static Look of(StoredTalk talk) {
            return new Look(talk.said().title(), talk.said().start());
        }

        static Look of(Entry entry) {
            return new Look(entry.title(), entry.start());
        }
    }

    private final Map<String, StoredTalk> byKey = new HashMap<>();

    /** On, and not found in the file by now. */
    private final Map<TalkId, StoredTalk> missing = new LinkedHashMap<>();

    private final Map<Look, List<StoredTalk>> missingByLook;
    private final Map<Look, Long> looks;

    private final List<Entry> added = new ArrayList<>();
    private final List<Changes.Change> back = new ArrayList<>();
    private final List<Changes.Change> moved = new ArrayList<>();
    private final List<Changes.Change> changed = new ArrayList<>();
    private int same;

    private Comparison(List<StoredTalk> stored, List<Entry> entries) {
        var keys = entries.stream().map(Entry::key).collect(toSet());
        stored.forEach(talk -> byKey.put(talk.key(), talk));
        stored.stream()
                .filter(talk -> !talk.gone() && !keys.contains(talk.key()))
                .forEach(talk -> missing.put(talk.id(), talk));
        missingByLook = missing.values().stream().collect(groupingBy(Look::of));
        looks = entries.stream().collect(groupingBy(Look::of, counting()));
    }

    static Changes of(List<StoredTalk> stored, ScheduleRead.Read read) {
        var comparison = new Comparison(stored, read.entries());
        read.entries().forEach(comparison::sort);
        return comparison.changes(read.unread());
    }

    private void sort(Entry entry) {
        var talk = byKey.get(entry.key());
        if (talk == null) {
            talk = missingLike(entry);
        }
        if (talk == null) {
            added.add(entry);
        } else {
            sort(Changes.Change.of(talk, entry));
        }
    }

    /**
     * A key hangs on what repeats in a file: what is missing by its key, and stands there with the same title and start,
     * is the same talk, as long as there is one only of both.
     */
    private @Nullable StoredTalk missingLike(Entry entry) {
        var look = Look.of(entry);
        var alike = missingByLook.getOrDefault(look, List.of());
        return alike.size() == 1 && looks.getOrDefault(look, 0L) == 1
                ? missing.remove(alike.getFirst().id())
                : null;
    }

    private void sort(Changes.Change change) {
        if (change.before().gone()) {
            back.add(change);
        } else if (change.moves()) {
            moved.add(change);
        } else if (change.differs()) {
            changed.add(change);
        } else {
            same++;
        }
    }

    /** What the file has, though nobody can read when it is, is not gone. */
    private Changes changes(List<Unread> unread) {
        var keys = unread.stream().map(Unread::key).collect(toSet());
        Predicate<StoredTalk> isUnread = talk -> Unread.isAmong(keys, talk.key());
        var gone = missing.values().stream().filter(isUnread.negate()).toList();
        var kept = missing.values().stream().filter(isUnread).toList();
        return new Changes(added, back, moved, changed, gone, kept, same);
    }
}
