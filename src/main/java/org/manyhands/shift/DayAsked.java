package org.manyhands.shift;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The day of which somebody asks to see the shifts; none where nothing was asked for that can be read. */
public record DayAsked(@Nullable LocalDate date) {

    /** More shifts than these are shown a day at a time: a page stays under about 1,500 elements. */
    public static final int MOST_ON_A_PAGE = 120;

    /** What a reader asks of a shift, with {@link #params} in hand. */
    public static final String IS_OF_SHIFT =
            "(:from::timestamptz is null or lower(shift.during) >= :from and lower(shift.during) < :until)";

    /** A day of this century: one that PostgreSQL can compare with, and a conference can be on. */
    public static DayAsked in(@Nullable String text) {
        try {
            var date = text == null ? null : LocalDate.parse(text);
            return new DayAsked(date != null && date.getYear() / 100 == 20 ? date : null);
        } catch (DateTimeParseException e) {
            return new DayAsked(null);
        }
    }

    /** When the day begins and ends in that zone. */
    public Map<String, @Nullable Object> params(ZoneId zone) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("from", date == null ? null : startOf(date, zone));
        params.put("until", date == null ? null : startOf(date.plusDays(1), zone));
        return params;
    }

    private static Timestamp startOf(LocalDate day, ZoneId zone) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }
}
