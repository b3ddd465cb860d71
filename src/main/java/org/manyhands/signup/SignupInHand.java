package org.manyhands.signup;

import java.util.List;
import java.util.UUID;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds one signup of those that a desk has in hand, and holds it there. */
@Component
class SignupInHand {

    private final SignupLocks locks;
    private final JdbcClient jdbc;

    SignupInHand(SignupLocks locks, JdbcClient jdbc) {
        this.locks = locks;
        this.jdbc = jdbc;
    }

    /** @param name the person's */
    record Found(VolunteerId volunteer, ShiftId shift, TimeRange during, String name) {}

    /**
     * Found before the locks, and again under them: the shift may have moved, or be of another role by then.
     *
     * @throws NotFound where the desk has none of that name
     */
    Found hold(CheckInDesk desk, SignupId id) {
        var before = find(desk, id);
        locks.take(before.volunteer(), List.of(before.shift()));
        return find(desk, id);
    }

    private Found find(CheckInDesk desk, SignupId id) {
        return jdbc.sql("""
                        select volunteer_id, shift_id, lower(during) as starts_at, upper(during) as ends_at, name
                        from signup join shift using (shift_id) join volunteer using (volunteer_id)
                        where signup_id = :signup and shift.conference_id = :conference
                          and (:roles::uuid[] is null or role_id = any(:roles))
                          and (:place::uuid is null or place_id = :place)
                        """)
                .param("signup", id.signupId())
                .param("conference", desk.conference().conferenceId())
                .param("roles", desk.roles().forSql())
                .param("place", desk.place() == null ? null : desk.place().placeId())
                .query((row, number) -> new Found(
                        new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                        new ShiftId(row.getObject("shift_id", UUID.class)),
                        Rows.range(row, "starts_at", "ends_at"),
                        row.getString("name")))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
