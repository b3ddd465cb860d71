package org.manyhands.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.manyhands.role.EarlyArrival;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;

/**
 * A shift that somebody has, is offered or waits for, with all they need to know on the day.
 *
 * @param placeInLine 1 for its head, 0 for who does not wait
 * @param leaveBy until when one may leave it without finding somebody for it; any time for null
 */
public record MyShift(
        ShiftId id,
        Signup.State state,
        @Nullable Instant offeredUntil,
        boolean wantsCover,
        int placeInLine,
        @Nullable Instant leaveBy,
        TimeRange during,
        TimeRange busy,
        String role,
        String setting,
        boolean hasHandbook,
        int arriveEarlyMinutes,
        String place,
        String directions,
        String expectedBy,
        String note)
        implements EarlyArrival {

    public boolean isConfirmed() {
        return state == Signup.State.CONFIRMED;
    }

    public boolean isOffered() {
        return state == Signup.State.OFFERED;
    }

    public boolean isInLine() {
        return state == Signup.State.WAITLISTED;
    }

    public boolean holdsAPlace() {
        return !isInLine();
    }

    public boolean canBeLeftAt(Instant now) {
        return leaveBy == null || now.isBefore(leaveBy);
    }

    static MyShift in(ResultSet row) throws SQLException {
        return new MyShift(
                ShiftId.of(row.getString("shift_id")),
                Signup.State.valueOf(row.getString("state")),
                Rows.instant(row, "offered_until"),
                row.getBoolean("wants_cover"),
                row.getInt("place_in_queue"),
                Rows.instant(row, "leave_by"),
                Rows.range(row, "starts_at", "ends_at"),
                Rows.range(row, "busy_from", "busy_until"),
                row.getString("role"),
                row.getString("setting"),
                row.getBoolean("has_handbook"),
                row.getInt("arrive_early_minutes"),
                row.getString("place"),
                row.getString("directions"),
                row.getString("expected_by"),
                row.getString("note"));
    }
}
