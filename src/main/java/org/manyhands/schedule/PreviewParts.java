package org.manyhands.schedule;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.manyhands.schedulefile.Entry;
import org.manyhands.schedulefile.Flag;
import org.manyhands.schedulefile.Unread;

/** What a preview's page shows below its numbers, part by part. */
record PreviewParts(
        Part<Unread> unread,
        Map<String, Long> reasons,
        List<Part<TalkText>> flagged,
        Part<Changes.Change> moved,
        Part<TalkText> gone,
        Part<TalkText> kept,
        Part<Changes.Change> back,
        Part<Changes.Change> changed,
        Part<TalkText> added) {

    /**
     * The part that a reader leafed through, and how far.
     *
     * @param page counted from one
     */
    record Turned(String part, int page) {

        int pageOf(String id) {
            return id.equals(part) ? page : 1;
        }
    }

    static PreviewParts of(Preview preview, Turned turned) {
        var read = preview.read();
        var changes = preview.changes();
        var reasons = read.unread().stream().collect(groupingBy(Unread::because, LinkedHashMap::new, counting()));
        return new PreviewParts(
                Part.of("unread", byReason(read.unread(), reasons), turned),
                reasons,
                EnumSet.complementOf(EnumSet.of(Flag.ZONE_ASSUMED)).stream()
                        .map(flag -> flagged(flag, read.entries(), turned))
                        .filter(Part::isThere)
                        .toList(),
                Part.of("moved", changes.moved(), turned),
                Part.of("gone", said(changes.gone()), turned),
                Part.of("kept", said(changes.kept()), turned),
                Part.of("back", changes.back(), turned),
                Part.of("changed", changes.changed(), turned),
                Part.of("new", inOrder(changes.added()), turned));
    }

    /** What few rows have first, for it is not seen behind the rest; rows of one reason together, as they stand in the file. */
    private static List<Unread> byReason(List<Unread> unread, Map<String, Long> reasons) {
        return unread.stream()
                .sorted(Comparator.comparingLong((Unread row) -> reasons.getOrDefault(row.because(), 0L))
                        .thenComparing(Unread::because))
                .toList();
    }

    /** The rows that cannot be read, of the page that is shown, below the reasons. */
    public Map<String, List<Unread>> unreadByReason() {
        return unread.shown().stream().collect(groupingBy(Unread::because, LinkedHashMap::new, toList()));
    }

    private static Part<TalkText> flagged(Flag flag, List<Entry> entries, Turned turned) {
        var those =
                entries.stream().filter(entry -> entry.flags().contains(flag)).toList();
        return Part.of(
                "flag-" + flag.name().toLowerCase(Locale.ROOT).replace('_', '-'), flag.words(), inOrder(those), turned);
    }

    private static List<TalkText> inOrder(List<Entry> entries) {
        return entries.stream()
                .map(TalkText::of)
                .sorted(Comparator.comparing(TalkText::start))
                .toList();
    }

    private static List<TalkText> said(List<StoredTalk> talks) {
        return talks.stream().map(StoredTalk::said).toList();
    }
}
