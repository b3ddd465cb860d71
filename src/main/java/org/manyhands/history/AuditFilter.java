package org.manyhands.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Query;
import org.manyhands.shift.DayAsked;

/**
 * What part of the changes an organizer asked for, as the address says it. A part that cannot be read is not asked for.
 *
 * @param q sought in names, in what was done and in what was written down of it
 * @param who an account's id, or one of {@link #SYSTEM} and {@link #VOLUNTEERS}
 * @param what the kind of change, which begins the names of its actions: "shift" for "shift.published"
 * @param before the id of the change that ended the page before
 */
record AuditFilter(
        @Nullable String q,
        @Nullable String who,
        @Nullable String what,
        @Nullable String day,
        @Nullable String before) {

    static final String SYSTEM = "system";
    static final String VOLUNTEERS = "volunteers";

    /** In the order in which they are offered; each has its words under {@code audit.kind}. */
    static final List<String> KINDS = List.of(
            "signup",
            "shift",
            "timeslot",
            "role",
            "place",
            "volunteer",
            "clearance",
            "note",
            "schedule",
            "schedule-source",
            "mail",
            "mail-text",
            "announcement",
            "chat",
            "mail-settings",
            "talk",
            "room",
            "team_member",
            "invitation",
            "device",
            "calendar-feed",
            "calendar-setting",
            "conference");

    private static final int LONGEST = 100;

    AuditFilter {
        q = readable(q);
        who = SYSTEM.equals(who) || VOLUNTEERS.equals(who) || id(who) != null ? who : null;
        what = what != null && KINDS.contains(what) ? what : null;
        day = DayAsked.in(day).date() == null ? null : day;
        before = readable(before);
    }

    private static @Nullable String readable(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0
                ? null
                : text.strip();
    }

    static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Nullable
    UUID account() {
        return id(who);
    }

    DayAsked dayAsked() {
        return DayAsked.in(day);
    }

    /** Whether anything but another page was asked for. */
    public boolean narrows() {
        return q != null || who != null || what != null || day != null;
    }

    public AuditFilter by(UUID account) {
        return new AuditFilter(q, account.toString(), what, day, null);
    }

    public AuditFilter olderThan(UUID change) {
        return new AuditFilter(q, who, what, day, change.toString());
    }

    public AuditFilter newest() {
        return new AuditFilter(q, who, what, day, null);
    }

    /** This part of the changes, as an address within the site. */
    public String under(String conferenceSlug) {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("q", q);
        parts.put("who", who);
        parts.put("what", what);
        parts.put("day", day);
        parts.put("before", before);
        return "/" + conferenceSlug + "/organize/audit" + Query.of(parts);
    }
}
