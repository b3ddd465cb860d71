package org.manyhands.signup;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Choices;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a shift with its people for organizers, whom they could put on it, and where they could move these. */
@Component
class ShiftPeople {

    private static final int MOST_FOUND = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    ShiftPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Head(
            ShiftId id,
            String role,
            String place,
            TimeRange during,
            Staffing staffing,
            boolean published,
            boolean cancelled,
            boolean over) {}

    /** @param override why they are on it against a rule */
    record OnIt(Helper helper, Signup.State state, @Nullable String override) {

        public boolean isInLine() {
            return state == Signup.State.WAITLISTED;
        }

        public boolean isOffered() {
            return state == Signup.State.OFFERED;
        }
    }

    Head head(ConferenceId conference, ShiftId shift) {
        var now = clock.instant();
        return jdbc.sql("""
                        select role.name as role, place.name as place, lower(during) as starts_at, upper(during) as ends_at,
                               published, cancelled_at is not null as cancelled, %s
                        from shift join role using (role_id) join place using (place_id)
                        where shift_id = :shift and shift.conference_id = :conference
                        """.formatted(Staffing.COLUMNS))
                .param("shift", shift.shiftId())
                .param("conference", conference.conferenceId())
                .query((row, number) -> new Head(
                        shift,
                        row.getString("role"),
                        row.getString("place"),
                        Rows.range(row, "starts_at", "ends_at"),
                        Staffing.in(row),
                        row.getBoolean("published"),
                        row.getBoolean("cancelled"),
                        !Rows.range(row, "starts_at", "ends_at").end().isAfter(now)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Those with a place, then those in line, each in the order in which they came. */
    List<OnIt> on(ShiftId shift) {
        return jdbc.sql("""
                        select %s, state, override_reason
                        from signup join volunteer using (volunteer_id) left join account using (account_id)
                        where shift_id = ? and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
                        order by state = 'WAITLISTED', place_in_line
                        """.formatted(Helper.COLUMNS))
                .param(shift.shiftId())
                .query((row, number) -> new OnIt(
                        Helper.in(row), Signup.State.valueOf(row.getString("state")), row.getString("override_reason")))
                .list();
    }

    /** The first registered people with this in their name or address. */
    List<Helper> find(ConferenceId conference, String q) {
        return jdbc.sql("""
                        select %s from volunteer left join account using (account_id)
                        where conference_id = :conference
                          and strpos(lower(concat_ws(' ', volunteer.name, email)), lower(:q)) > 0
                        order by lower(volunteer.name), volunteer_id limit :most
                        """.formatted(Helper.COLUMNS))
                .param("conference", conference.conferenceId())
                .param("q", q.strip())
                .param("most", MOST_FOUND)
                .query((row, number) -> Helper.in(row))
                .list();
    }

    Optional<Helper> one(ConferenceId conference, VolunteerId volunteer) {
        return jdbc.sql("""
                        select %s from volunteer left join account using (account_id)
                        where conference_id = :conference and volunteer_id = :volunteer
                        """.formatted(Helper.COLUMNS))
                .param("conference", conference.conferenceId())
                .param("volunteer", volunteer.volunteerId())
                .query((row, number) -> Helper.in(row))
                .optional();
    }

    private record Choice(ShiftId id, String role, String place, TimeRange during) {

        String inWords(ConferencePage conference) {
            return role + ", " + conference.times().when(during) + ", " + place;
        }
    }

    /** The other published shifts to come, in the order of their times: ids and words. */
    Map<String, String> insteadOf(ShiftId shift, ConferencePage conference, RolesInSight inSight) {
        var others = jdbc.sql("""
                        select shift_id, role.name as role, place.name as place,
                               lower(during) as starts_at, upper(during) as ends_at
                        from shift join role using (role_id) join place using (place_id)
                        where shift.conference_id = :conference and published and shift_id <> :shift
                          and lower(during) > :now and (:roles::uuid[] is null or role_id = any(:roles))
                        order by lower(during), role.name, place.name
                        """)
                .param("conference", conference.id().conferenceId())
                .param("shift", shift.shiftId())
                .param("now", Timestamp.from(clock.instant()))
                .param("roles", inSight.forSql())
                .query((row, number) -> new Choice(
                        ShiftId.of(row.getString("shift_id")),
                        row.getString("role"),
                        row.getString("place"),
                        Rows.range(row, "starts_at", "ends_at")))
                .list();
        return Choices.of(others, each -> each.id().shiftId(), each -> each.inWords(conference));
    }
}
