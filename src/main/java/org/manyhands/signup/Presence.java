package org.manyhands.signup;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Rows;

/**
 * When somebody came to their shift and when they went, as the desk wrote it down: EXPECTED, ARRIVED and DONE in this
 * order, or EXPECTED and NO_SHOW; and the way back, step by step. Each step is empty where it does not follow.
 *
 * @param note a kind word on it, such as "ill, told us at 8"
 */
@Embeddable
public record Presence(
        @Enumerated(EnumType.STRING) Attendance attendance,
        @Nullable Instant arrivedAt,
        @Nullable Instant doneAt,
        @Column(name = "attendance_note") String note) {

    /** What a reader selects for {@link #in}. */
    public static final String COLUMNS = "attendance, arrived_at, done_at, attendance_note";

    static final Presence AWAITED = new Presence(Attendance.EXPECTED, null, null, "");

    public static Presence in(ResultSet row) throws SQLException {
        return new Presence(
                Attendance.valueOf(row.getString("attendance")),
                Rows.instant(row, "arrived_at"),
                Rows.instant(row, "done_at"),
                row.getString("attendance_note"));
    }

    Optional<Presence> arrived(Instant now) {
        return attendance == Attendance.EXPECTED
                ? Optional.of(new Presence(Attendance.ARRIVED, now, null, note))
                : Optional.empty();
    }

    /** Clocks of two instances may differ by a little: nobody goes before they came. */
    Optional<Presence> left(Instant now) {
        return attendance == Attendance.ARRIVED && arrivedAt != null
                ? Optional.of(new Presence(Attendance.DONE, arrivedAt, now.isBefore(arrivedAt) ? arrivedAt : now, note))
                : Optional.empty();
    }

    Optional<Presence> missed(String why) {
        return attendance == Attendance.EXPECTED
                ? Optional.of(new Presence(Attendance.NO_SHOW, null, null, why))
                : Optional.empty();
    }

    /** As it was before the last step; the word on a no-show goes with it. */
    Optional<Presence> undone() {
        return switch (attendance) {
            case EXPECTED -> Optional.empty();
            case ARRIVED -> Optional.of(new Presence(Attendance.EXPECTED, null, null, note));
            case DONE -> Optional.of(new Presence(Attendance.ARRIVED, arrivedAt, null, note));
            case NO_SHOW -> Optional.of(AWAITED);
        };
    }

    /** Whether they came after that, and are there. */
    boolean cameAfter(Instant since) {
        return attendance == Attendance.ARRIVED && arrivedAt != null && arrivedAt.isAfter(since);
    }

    /** What a person who was there says of it; without times they are expected, or did not come, as before. */
    Presence corrected(@Nullable Instant arrived, @Nullable Instant done, String word) {
        if (arrived == null) {
            return new Presence(attendance == Attendance.NO_SHOW ? attendance : Attendance.EXPECTED, null, null, word);
        }
        return new Presence(done == null ? Attendance.ARRIVED : Attendance.DONE, arrived, done, word);
    }

    /** How long they worked, once they have gone. */
    public Optional<Duration> worked() {
        return arrivedAt == null || doneAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(arrivedAt, doneAt));
    }

    /** For the audit trail. */
    Map<String, Object> asFacts() {
        var facts = new HashMap<String, Object>();
        facts.put("attendance", attendance);
        if (arrivedAt != null) {
            facts.put("arrivedAt", arrivedAt.toString());
        }
        if (doneAt != null) {
            facts.put("doneAt", doneAt.toString());
        }
        if (!note.isEmpty()) {
            facts.put("note", note);
        }
        return facts;
    }
}
