package org.manyhands.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.SignupWindow;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks what a change of signups touches, always in the same order, persons before shifts and each ascending, so that
 * no two changes wait for each other; and reads what the rules need while the locks are held.
 */
@Component
class SignupLocks {

    private final JdbcClient jdbc;

    SignupLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the volunteer, then the shifts, which must be of the volunteer's conference; tells which one that is. */
    UUID take(VolunteerId volunteer, Collection<ShiftId> shifts) {
        var conference = jdbc.sql("select conference_id from volunteer where volunteer_id = ? for no key update")
                .param(volunteer.volunteerId())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        var ids = shifts.stream().map(ShiftId::shiftId).distinct().toList();
        if (ids.isEmpty()) {
            return conference;
        }
        var locked = jdbc.sql("""
                        select shift_id from shift where shift_id in (:ids) and conference_id = :conference
                        order by shift_id for no key update
                        """)
                .param("ids", ids)
                .param("conference", conference)
                .query(UUID.class)
                .list();
        if (locked.size() < ids.size()) {
            throw new NotFound();
        }
        return conference;
    }

    SignupRequest read(VolunteerId volunteer, ShiftId shift, Instant now) {
        return jdbc.sql("""
                        select lower(shift.during) as starts_at, upper(shift.during) as ends_at,
                               shift.published and conference.published as published,
                               signup_opens_at, signup_closes_at,
                               exists (select from signup
                                       where signup.shift_id = shift.shift_id and volunteer_id = :volunteer
                                         and state in ('CONFIRMED', 'OFFERED')) as already_on,
                               clash.name as clash, lower(clash.during) as clash_starts_at, upper(clash.during) as clash_ends_at,
                               %s
                        from shift join conference using (conference_id)
                        left join lateral (
                            select role.name, other.during
                            from signup
                            join shift other on other.shift_id = signup.shift_id
                            join role on role.role_id = other.role_id
                            where signup.volunteer_id = :volunteer and signup.state in ('CONFIRMED', 'OFFERED')
                              and signup.busy && shift.busy and other.shift_id <> shift.shift_id
                            order by lower(other.during) limit 1) clash on true
                        where shift.shift_id = :shift
                        """.formatted(Staffing.COLUMNS))
                .param("volunteer", volunteer.volunteerId())
                .param("shift", shift.shiftId())
                .query((row, number) -> new SignupRequest(
                        now,
                        Rows.range(row, "starts_at", "ends_at"),
                        row.getBoolean("published"),
                        new SignupWindow(Rows.instant(row, "signup_opens_at"), Rows.instant(row, "signup_closes_at")),
                        row.getBoolean("already_on"),
                        clashIn(row),
                        Staffing.in(row)))
                .single();
    }

    private static SignupRequest.@Nullable Clash clashIn(ResultSet row) throws SQLException {
        var role = row.getString("clash");
        return role == null ? null : new SignupRequest.Clash(role, Rows.range(row, "clash_starts_at", "clash_ends_at"));
    }
}
