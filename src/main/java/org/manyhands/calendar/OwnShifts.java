package org.manyhands.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.Rows;
import org.manyhands.shift.ShiftId;
import org.manyhands.signup.SignupId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the shifts of people with all that their calendars say of them. */
@Component
class OwnShifts {

    private final JdbcClient jdbc;

    OwnShifts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What they have. */
    List<OwnShift> of(VolunteerId volunteer) {
        return read("signup.volunteer_id = ? and state = 'CONFIRMED'", volunteer.volunteerId());
    }

    Optional<OwnShift> of(ConferenceId conference, VolunteerId volunteer, ShiftId shift) {
        return read(
                        "signup.conference_id = ? and signup.volunteer_id = ? and shift_id = ? and state = 'CONFIRMED'",
                        conference.conferenceId(),
                        volunteer.volunteerId(),
                        shift.shiftId())
                .stream()
                .findFirst();
    }

    /** Whether they have it or not. */
    Optional<OwnShift> of(SignupId signup) {
        return read("signup_id = ?", signup.signupId()).stream().findFirst();
    }

    private List<OwnShift> read(String which, Object... params) {
        return jdbc.sql("""
                        select signup_id, state = 'CONFIRMED' as confirmed, coalesce(uid, signup_id) as uid,
                               coalesce(sequence, 0) as sequence, coalesce(changed_at, signed_up_at) as changed_at,
                               coalesce(sent, false) as sent, coalesce(attached, true) as attached, email,
                               shift_id, lower(during) as starts_at, upper(during) as ends_at, note,
                               role.name as role, arrive_early_minutes, expected_by, place.name as place, directions,
                               conference.slug, conference.name as conference, zone, town, contact_name, contact_email, contact_phone
                        from signup join shift using (shift_id) join role using (role_id) join place using (place_id)
                        join conference on conference.conference_id = shift.conference_id
                        join volunteer using (volunteer_id) left join account using (account_id)
                        left join calendar_entry using (signup_id)
                        left join calendar_setting on calendar_setting.conference_id = shift.conference_id
                        where %s
                        order by lower(during), signup_id
                        """.formatted(which))
                .params(params)
                .query((row, number) -> ownShift(row))
                .list();
    }

    private static OwnShift ownShift(ResultSet row) throws SQLException {
        return new OwnShift(
                row.getObject("signup_id", UUID.class),
                row.getBoolean("confirmed"),
                row.getObject("uid", UUID.class),
                row.getInt("sequence"),
                Objects.requireNonNull(Rows.instant(row, "changed_at")),
                row.getBoolean("sent"),
                row.getBoolean("attached"),
                row.getString("email"),
                new ShiftId(row.getObject("shift_id", UUID.class)),
                Rows.range(row, "starts_at", "ends_at"),
                row.getString("note"),
                row.getString("role"),
                row.getInt("arrive_early_minutes"),
                row.getString("expected_by"),
                row.getString("place"),
                row.getString("directions"),
                row.getString("slug"),
                row.getString("conference"),
                new LocalTimes(ZoneId.of(row.getString("zone")), row.getString("town")),
                row.getString("contact_name"),
                row.getString("contact_email"),
                row.getString("contact_phone"));
    }
}
