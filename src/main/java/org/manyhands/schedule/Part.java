package org.manyhands.schedule;

import java.util.List;

/**
 * A part of a long page, of which so many rows are shown at once: each row takes the server about a millisecond, and
 * the largest file has 5,000.
 *
 * @param id its anchor, and its name in the address
 * @param words what is the same for all of it, if anything
 * @param page counted from one, and never past the last
 */
record Part<T>(String id, String words, List<T> rows, int page) {

    static final int AT_ONCE = 200;

    static <T> Part<T> of(String id, List<T> rows, PreviewParts.Turned turned) {
        return of(id, "", rows, turned);
    }

    static <T> Part<T> of(String id, String words, List<T> rows, PreviewParts.Turned turned) {
        var pages = Math.max(1, Math.ceilDiv(rows.size(), AT_ONCE));
        return new Part<>(id, words, rows, Math.clamp(turned.pageOf(id), 1, pages));
    }

    public boolean isThere() {
        return !rows.isEmpty();
    }

    public int size() {
        return rows.size();
    }

    public List<T> shown() {
        return rows.subList(first() - 1, last());
    }

    /** The number of the first row that is shown, as people count. */
    public int first() {
        return (page - 1) * AT_ONCE + 1;
    }

    public int last() {
        return Math.min(page * AT_ONCE, rows.size());
    }

    public boolean isLong() {
        return rows.size() > AT_ONCE;
    }

    public boolean hasMore() {
        return last() < rows.size();
    }

    public boolean isTurned() {
        return page > 1;
    }
}
