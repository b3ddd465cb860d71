package org.manyhands.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by a part of their name, address, number or handle, and says where they are or are to be next. */
@Component
class PeopleSearch {

    /** With fewer letters, half of the conference is found. */
    static final int LETTERS = 3;

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    PeopleSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param next the shift they are on or that is their next; null where there is none */
    record Found(Person person, @Nullable Next next) {}

    record Next(ShiftId id, TimeRange during, String role, String place) {}

    /** By name; those who have a shift of a role in sight. */
    List<Found> by(String q, ConferenceId conference, RolesInSight roles, Instant now) {
        return jdbc.sql("""
                        select %s, shift_id, starts_at, ends_at, role, place
                        from volunteer left join account using (account_id)
                        left join lateral (
                            select shift_id, lower(during) as starts_at, upper(during) as ends_at, role.name as role,
                                   place.name as place
                            from signup join shift using (shift_id) join role using (role_id) join place using (place_id)
                            where signup.volunteer_id = volunteer.volunteer_id and state in ('CONFIRMED', 'OFFERED')
                              and upper(during) > :now and (:roles::uuid[] is null or role_id = any(:roles))
                            order by lower(during) limit 1) next on true
                        where conference_id = :conference and %s
                          and (:roles::uuid[] is null or exists (
                              select from signup join shift using (shift_id)
                              where signup.volunteer_id = volunteer.volunteer_id and role_id = any(:roles)
                                and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')))
                        order by lower(volunteer.name), volunteer_id limit :most
                        """.formatted(Person.COLUMNS, Person.SOUGHT))
                .param("conference", conference.conferenceId())
                .param("roles", roles.forSql())
                .param("q", q)
                .param("now", Timestamp.from(now))
                .param("most", MOST)
                .query((row, number) -> new Found(Person.in(row).orElseThrow(), next(row)))
                .list();
    }

    private static @Nullable Next next(ResultSet row) throws SQLException {
        return row.getString("shift_id") == null
                ? null
                : new Next(
                        ShiftId.of(row.getString("shift_id")),
                        Rows.range(row, "starts_at", "ends_at"),
                        row.getString("role"),
                        row.getString("place"));
    }
}
