package org.manyhands.sheets;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Query;
import org.manyhands.shift.DayAsked;

/**
 * Of what a sheet is asked for, as its address says it; a part that cannot be read is not asked for.
 *
 * @param day every day for null
 * @param place the slug of one; every place for null
 * @param role the slug of one; on the sheets of blocks, those on stage for null
 */
record SheetAsked(
        @Nullable String day,
        @Nullable String place,
        @Nullable String role,
        @Nullable String paper) {

    private static final int LONGEST = 60;

    SheetAsked {
        day = readable(day);
        place = readable(place);
        role = readable(role);
        paper = readable(paper);
    }

    private static @Nullable String readable(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0 ? null : text;
    }

    DayAsked dayAsked() {
        return DayAsked.in(day);
    }

    public SheetAsked on(Paper other) {
        return new SheetAsked(day, place, role, other.slug());
    }

    /** The query of an address. */
    public String query() {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("day", day);
        parts.put("place", place);
        parts.put("role", role);
        parts.put("paper", paper);
        return Query.of(parts);
    }
}
