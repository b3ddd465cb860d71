package org.manyhands.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.signup.CheckInDesk;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads people whom nobody expects today. */
@Component
class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody is called; nobody for who has no shift of the roles in sight. */
    Optional<String> name(CheckInDesk desk, VolunteerId volunteer) {
        return jdbc.sql("""
                        select name from volunteer
                        where volunteer_id = :volunteer and conference_id = :conference
                          and (:roles::uuid[] is null or exists (
                            select from signup join shift using (shift_id)
                            where signup.volunteer_id = volunteer.volunteer_id and role_id = any(:roles)
                              and state in ('CONFIRMED', 'OFFERED')))
                        """)
                .param("volunteer", volunteer.volunteerId())
                .param("conference", desk.conference().conferenceId())
                .param("roles", desk.roles().forSql())
                .query(String.class)
                .optional();
    }

    /** Somebody who registered, and has nothing to do today. */
    record Otherwise(String name, @Nullable TimeRange next) {}

    /** Those with this in their name who have no shift today, each with their next one, if there is one. */
    List<Otherwise> calledWithoutShift(CheckInDesk desk, String q, Instant now) {
        return jdbc.sql("""
                        select volunteer.name, starts_at, ends_at
                        from volunteer left join lateral (
                            select lower(during) as starts_at, upper(during) as ends_at
                            from signup join shift using (shift_id)
                            where signup.volunteer_id = volunteer.volunteer_id and state = 'CONFIRMED'
                              and (:roles::uuid[] is null or role_id = any(:roles)) and lower(during) >= :tonight
                            order by lower(during) limit 1) next on true
                        where conference_id = :conference and strpos(lower(volunteer.name), lower(:q)) > 0
                          and (:roles::uuid[] is null or starts_at is not null)
                          and not exists (
                            select from signup join shift using (shift_id)
                            where signup.volunteer_id = volunteer.volunteer_id and state in ('CONFIRMED', 'OFFERED')
                              and (:roles::uuid[] is null or role_id = any(:roles))
                              and lower(during) < :tonight and upper(during) > :thisMorning)
                        order by lower(volunteer.name), volunteer_id limit 20
                        """)
                .params(Expected.around(desk, now))
                .param("q", q)
                .query((row, number) -> new Otherwise(
                        row.getString("name"),
                        row.getObject("starts_at") == null ? null : Rows.range(row, "starts_at", "ends_at")))
                .list();
    }
}
