package org.manyhands.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyhands.shared.Rows;
import org.manyhands.shared.StartOver;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who is on shifts or waits for them, and holds them there while organizers change these. */
@Component
class OnShifts {

    private final SignupLocks locks;
    private final JdbcClient jdbc;

    OnShifts(SignupLocks locks, JdbcClient jdbc) {
        this.locks = locks;
        this.jdbc = jdbc;
    }

    /** A signup that holds a place or waits for one. */
    record Somebody(SignupId signup, VolunteerId volunteer, ShiftId shift, Signup.State state, Whereabouts where) {

        boolean hasIt() {
            return state == Signup.State.CONFIRMED;
        }

        boolean holdsAPlace() {
            return state != Signup.State.WAITLISTED;
        }
    }

    /** First come first. */
    List<Somebody> of(Collection<ShiftId> shifts) {
        if (shifts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select signup_id, volunteer_id, shift_id, state, role.name as role, place.name as place,
                               lower(during) as starts_at, upper(during) as ends_at
                        from signup join shift using (shift_id) join role using (role_id) join place using (place_id)
                        where shift_id in (:shifts) and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
                        order by place_in_line
                        """)
                .param("shifts", shifts.stream().map(ShiftId::shiftId).toList())
                .query((row, number) -> new Somebody(
                        new SignupId(row.getObject("signup_id", UUID.class)),
                        new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                        new ShiftId(row.getObject("shift_id", UUID.class)),
                        Signup.State.valueOf(row.getString("state")),
                        whereabouts(row)))
                .list();
    }

    Whereabouts whereIs(ShiftId shift) {
        return jdbc.sql("""
                        select role.name as role, place.name as place, lower(during) as starts_at, upper(during) as ends_at
                        from shift join role using (role_id) join place using (place_id) where shift_id = ?
                        """)
                .param(shift.shiftId())
                .query((row, number) -> whereabouts(row))
                .single();
    }

    /**
     * Locks everybody on the shifts, then these and some more. Whom it concerns is read before the locks, and again under
     * them: where somebody came in between, it starts over.
     */
    List<Somebody> hold(Collection<ShiftId> shifts, ShiftId... more) {
        var expected = volunteers(of(shifts));
        locks.hold(expected, Stream.concat(shifts.stream(), Stream.of(more)).collect(Collectors.toSet()));
        var there = of(shifts);
        if (!expected.containsAll(volunteers(there))) {
            throw new StartOver("somebody came onto a shift that is to be changed");
        }
        return there;
    }

    private static Whereabouts whereabouts(ResultSet row) throws SQLException {
        return new Whereabouts(row.getString("role"), row.getString("place"), Rows.range(row, "starts_at", "ends_at"));
    }

    private static Set<VolunteerId> volunteers(List<Somebody> people) {
        return people.stream().map(Somebody::volunteer).collect(Collectors.toCollection(HashSet::new));
    }
}
