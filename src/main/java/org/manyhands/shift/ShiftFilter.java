package org.manyhands.shift;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.role.Setting;
import org.manyhands.shared.Query;

/** What part of the shifts a reader asked for, as the address says it. A part that cannot be read is not asked for. */
public record ShiftFilter(
        @Nullable String day,
        @Nullable String role,
        @Nullable String place,
        @Nullable String setting,
        @Nullable String open,
        @Nullable String fits,
        @Nullable String view) {

    public ShiftFilter {
        day = DayAsked.in(day).date() == null ? null : day;
        role = blankToNull(role);
        place = blankToNull(place);
        setting = setting == null || Setting.bySlug(setting).isEmpty() ? null : setting;
        open = "true".equals(open) ? open : null;
        fits = "true".equals(fits) ? fits : null;
        view = "grid".equals(view) ? view : null;
    }

    public static final ShiftFilter NONE = new ShiftFilter(null, null, null, null, null, null, null);

    /** All shifts of a role at a place. */
    public static ShiftFilter of(String role, String place) {
        return new ShiftFilter(null, role, place, null, null, null, null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() || text.indexOf('\0') >= 0 ? null : text;
    }

    DayAsked dayAsked() {
        return DayAsked.in(day);
    }

    public Optional<LocalDate> date() {
        return Optional.ofNullable(dayAsked().date());
    }

    public boolean isOn(LocalDate date) {
        return date().filter(date::equals).isPresent();
    }

    Optional<Setting> inSetting() {
        return Optional.ofNullable(setting).flatMap(Setting::bySlug);
    }

    public boolean openOnly() {
        return open != null;
    }

    /** Whether only what fits the reader's own days is asked for. */
    public boolean fitsOnly() {
        return fits != null;
    }

    public boolean asGrid() {
        return view != null;
    }

    /** Whether anything but the day narrows the list. */
    public boolean narrows() {
        return role != null || place != null || setting != null || open != null || fits != null;
    }

    public ShiftFilter onDay(@Nullable LocalDate date) {
        return new ShiftFilter(date == null ? null : date.toString(), role, place, setting, open, fits, view);
    }

    public ShiftFilter withSetting(@Nullable String slug) {
        return new ShiftFilter(day, role, place, slug, open, fits, view);
    }

    public ShiftFilter withOpenOnly(boolean only) {
        return new ShiftFilter(day, role, place, setting, String.valueOf(only), fits, view);
    }

    public ShiftFilter withFitsOnly(boolean only) {
        return new ShiftFilter(day, role, place, setting, open, String.valueOf(only), view);
    }

    public ShiftFilter inView(String view) {
        return new ShiftFilter(day, role, place, setting, open, fits, view);
    }

    /** This part of the list, as an address within the site. */
    public String under(String conferenceSlug) {
        return "/" + conferenceSlug + "/shifts" + query();
    }

    /** This part of the list, for the address of a button that is to return to it. */
    public String query() {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("day", day);
        parts.put("role", role);
        parts.put("place", place);
        parts.put("setting", setting);
        parts.put("open", open);
        parts.put("fits", fits);
        parts.put("view", view);
        return Query.of(parts);
    }
}
