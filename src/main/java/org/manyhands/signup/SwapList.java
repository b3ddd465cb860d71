package org.manyhands.signup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the open swap offers that concern somebody. */
@Component
class SwapList {

    private static final String LINES = """
            select swap_offer_id, given.shift_id as given_id, given_role.name as given_role,
                   lower(given.during) as given_starts_at, upper(given.during) as given_ends_at,
                   wanted.shift_id as wanted_id, wanted_role.name as wanted_role,
                   lower(wanted.during) as wanted_starts_at, upper(wanted.during) as wanted_ends_at,
                   case when shown_to_crew then asker.name end as asker
            from swap_offer join signup theirs using (signup_id)
            join volunteer asker using (volunteer_id)
            join shift given on given.shift_id = theirs.shift_id
            join role given_role on given_role.role_id = given.role_id
            join shift wanted on wanted.shift_id = wanted_shift_id
            join role wanted_role on wanted_role.role_id = wanted.role_id
            where ended_at is null and theirs.state = 'CONFIRMED' and lower(given.during) > :now and lower(wanted.during) > :now
            """;

    private final JdbcClient jdbc;

    SwapList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One shift for another.
     *
     * @param asker their name, where they agreed to show it
     */
    record Line(
            UUID id,
            ShiftId given,
            String givenRole,
            TimeRange givenDuring,
            ShiftId wanted,
            String wantedRole,
            TimeRange wantedDuring,
            @Nullable String asker) {}

    /** What others would give for a shift that this volunteer has. */
    List<Line> forThem(VolunteerId volunteer, Instant now) {
        return read(LINES + """
                and theirs.volunteer_id <> :volunteer and exists (
                    select from signup mine where mine.shift_id = wanted_shift_id and mine.volunteer_id = :volunteer
                      and mine.state = 'CONFIRMED')
                order by lower(given.during)
                """, volunteer, now);
    }

    /** What this volunteer would give. */
    List<Line> byThem(VolunteerId volunteer, Instant now) {
        return read(LINES + "and theirs.volunteer_id = :volunteer order by lower(given.during)", volunteer, now);
    }

    private List<Line> read(String sql, VolunteerId volunteer, Instant now) {
        return jdbc.sql(sql)
                .param("volunteer", volunteer.volunteerId())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Line(
                        row.getObject("swap_offer_id", UUID.class),
                        ShiftId.of(row.getString("given_id")),
                        row.getString("given_role"),
                        Rows.range(row, "given_starts_at", "given_ends_at"),
                        ShiftId.of(row.getString("wanted_id")),
                        row.getString("wanted_role"),
                        Rows.range(row, "wanted_starts_at", "wanted_ends_at"),
                        row.getString("asker")))
                .list();
    }
}
