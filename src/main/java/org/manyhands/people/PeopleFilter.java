package org.manyhands.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Query;
import org.manyhands.shift.DayAsked;
import org.manyhands.volunteer.Suits;

/**
 * Which people an organizer asked for, as the address says it. A part that cannot be read is not asked for.
 *
 * @param q sought in names, e-mail addresses, phone numbers and chat handles
 * @param shifts "none" for those without any
 * @param hours "less" or "more" than they asked for
 * @param role the slug of one that they wished for or have shifts of
 * @param day on which they are there, or said no day
 * @param after the last one of the page before
 */
record PeopleFilter(
        @Nullable String q,
        @Nullable String shifts,
        @Nullable String hours,
        @Nullable String role,
        @Nullable String setting,
        @Nullable String day,
        @Nullable String after) {

    static final PeopleFilter NONE = new PeopleFilter(null, null, null, null, null, null, null);

    private static final int LONGEST = 100;

    /** What a reader asks of {@code volunteer}, {@code account} and what they {@code held}, with {@link #params} in hand. */
    static final String HOLDS = """
            (:q::text is null or strpos(lower(concat_ws(' ', volunteer.name, email, chat_handle)), lower(:q)) > 0
                or strpos(replace(phone, ' ', ''), replace(:q, ' ', '')) > 0)
            and (:idle::boolean is null or shifts is null or shifts = 0)
            and (:hours::text is null or hours_at_most is not null and case :hours
                when 'less' then coalesce(taken, interval '0') < make_interval(hours => hours_at_most)
                else taken > make_interval(hours => hours_at_most) end)
            and (:role::text is null or exists (
                    select from role_wish join role using (role_id)
                    where role_wish.volunteer_id = volunteer.volunteer_id and role.slug = :role)
                or exists (
                    select from signup join shift using (shift_id) join role using (role_id)
                    where signup.volunteer_id = volunteer.volunteer_id and role.slug = :role
                      and state in ('CONFIRMED', 'OFFERED') and (:roles::uuid[] is null or role_id = any(:roles))))
            and (:setting::text is null or suits = :setting)
            and (:day::date is null or days_there = '{}' or :day = any(days_there))
            """;

    PeopleFilter {
        q = readable(q);
        shifts = "none".equals(shifts) ? shifts : null;
        hours = "less".equals(hours) || "more".equals(hours) ? hours : null;
        role = readable(role);
        setting = suits(setting) == null ? null : setting;
        day = DayAsked.in(day).date() == null ? null : day;
        after = id(after) == null ? null : after;
    }

    private static @Nullable String readable(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0
                ? null
                : text.strip();
    }

    private static @Nullable Suits suits(@Nullable String text) {
        for (var each : Suits.values()) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        return null;
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    Map<String, @Nullable Object> params() {
        var params = new HashMap<String, @Nullable Object>();
        params.put("q", q);
        params.put("idle", shifts == null ? null : true);
        params.put("hours", hours);
        params.put("role", role);
        var suits = suits(setting);
        params.put("setting", suits == null ? null : suits.name());
        params.put("day", date());
        params.put("after", id(after));
        return params;
    }

    private @Nullable LocalDate date() {
        return DayAsked.in(day).date();
    }

    public boolean narrows() {
        return !equals(NONE.from(after));
    }

    public PeopleFilter from(@Nullable Object last) {
        return new PeopleFilter(q, shifts, hours, role, setting, day, last == null ? null : last.toString());
    }

    /** Everything else is left out: what is counted above the list is counted of everybody. */
    public static PeopleFilter withoutShifts() {
        return new PeopleFilter(null, "none", null, null, null, null, null);
    }

    public static PeopleFilter withHours(String hours) {
        return new PeopleFilter(null, null, hours, null, null, null, null);
    }

    public String query() {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("q", q);
        parts.put("shifts", shifts);
        parts.put("hours", hours);
        parts.put("role", role);
        parts.put("setting", setting);
        parts.put("day", day);
        parts.put("after", after);
        return Query.of(parts);
    }
}
