package org.manyhands.schedule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Query;

/**
 * What part of the schedule a reader asked for, as the address says it. A part that cannot be read is not asked for.
 *
 * @param room as the schedule names it
 * @param q words of a title, a subtitle or a name
 * @param starred whether only what the reader starred
 */
record TalkFilter(
        @Nullable String day,
        @Nullable String room,
        @Nullable String q,
        @Nullable String starred) {

    private static final int LONGEST = 100;

    TalkFilter {
        day = read(day).map(LocalDate::toString).orElse(null);
        room = readable(room);
        q = readable(q);
        starred = "true".equals(starred) ? starred : null;
    }

    private static @Nullable String readable(@Nullable String text) {
        return text == null || text.isBlank() || text.indexOf('\0') >= 0
                ? null
                : text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
    }

    /** Of this century: one that PostgreSQL can compare with. */
    private static Optional<LocalDate> read(@Nullable String day) {
        try {
            return Optional.ofNullable(day).map(LocalDate::parse).filter(date -> date.getYear() / 100 == 20);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public Optional<LocalDate> date() {
        return read(day);
    }

    public boolean isOn(LocalDate date) {
        return date.toString().equals(day);
    }

    public boolean starredOnly() {
        return starred != null;
    }

    /** Whether anything but the day narrows the list. */
    public boolean narrows() {
        return room != null || q != null || starred != null;
    }

    public TalkFilter onDay(@Nullable LocalDate date) {
        return new TalkFilter(date == null ? null : date.toString(), room, q, starred);
    }

    public TalkFilter withStarredOnly(boolean only) {
        return new TalkFilter(day, room, q, String.valueOf(only));
    }

    /** This part of the schedule, as an address within the site. */
    public String under(String conferenceSlug) {
        return "/" + conferenceSlug + "/schedule" + query();
    }

    /** This part of the schedule, for the address of a button that is to return to it. */
    public String query() {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("day", day);
        parts.put("room", room);
        parts.put("q", q);
        parts.put("starred", starred);
        return Query.of(parts);
    }
}
