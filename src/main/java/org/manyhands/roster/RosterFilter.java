package org.manyhands.roster;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Query;
import org.manyhands.shift.DayAsked;

/**
 * What part of the roster an organizer asked for and in which order, as the address says it. A part that cannot be read
 * is not asked for.
 *
 * @param q sought in people's names, e-mail addresses, phone numbers and chat handles
 */
record RosterFilter(
        @Nullable String by,
        @Nullable String day,
        @Nullable String role,
        @Nullable String q) {

    static final String EVERY_DAY = "all";
    private static final int LONGEST = 100;

    RosterFilter {
        by = readable(by);
        day = readable(day);
        role = readable(role);
        q = readable(q);
    }

    private static @Nullable String readable(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0
                ? null
                : text.strip();
    }

    public View view() {
        return View.bySlug(by);
    }

    DayAsked dayAsked() {
        return DayAsked.in(day);
    }

    public Optional<LocalDate> date() {
        return Optional.ofNullable(dayAsked().date());
    }

    /** Whether anything but the order was asked for. */
    public boolean narrows() {
        return date().isPresent() || role != null || q != null;
    }

    boolean asksForEveryDay() {
        return EVERY_DAY.equals(day);
    }

    public RosterFilter onDay(@Nullable LocalDate date) {
        return new RosterFilter(by, date == null ? EVERY_DAY : date.toString(), role, q);
    }

    public RosterFilter by(View view) {
        return new RosterFilter(view.slug(), day, role, q);
    }

    /** This part of the roster, as an address within the site. */
    public String under(String conferenceSlug) {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("by", view().slug());
        parts.put("day", day);
        parts.put("role", role);
        parts.put("q", q);
        return "/" + conferenceSlug + "/organize/roster" + Query.of(parts);
    }

    /** In which order the roster is told. */
    enum View {
        DAY("By day"),
        ROLE("By role"),
        PLACE("By place"),
        VOLUNTEER("By volunteer");

        private final String words;

        View(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static View bySlug(@Nullable String slug) {
            for (var view : values()) {
                if (view.slug().equals(slug)) {
                    return view;
                }
            }
            return DAY;
        }
    }
}
