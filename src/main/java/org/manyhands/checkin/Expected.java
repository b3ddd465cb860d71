package org.manyhands.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Rows;
import org.manyhands.signup.CheckInDesk;
import org.manyhands.signup.Presence;
import org.manyhands.signup.SignupId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who is expected, and who has come: names, shifts and places, and nothing by which to reach anybody. */
@Component
class Expected {

    /** A page of more would be searched in vain; a place, or a name, narrows it. */
    static final int MOST = 150;

    /** How long after its shift somebody stays in the list who has not said that they go. */
    private static final Duration STILL_HERE = Duration.ofHours(12);

    /** How long after its shift anybody else does, so that a slip can be put right. */
    private static final Duration JUST_OVER = Duration.ofMinutes(30);

    /** How far from now a shift may be whose people a search finds. */
    private static final Duration TODAY = Duration.ofHours(16);

    /** What stands for now, around which everything is read; with {@link #around}. */
    private static final String AROUND_NOW = """
            lower(during) <= :soon and (upper(during) > :justOver or attendance = 'ARRIVED' and upper(during) > :stillHere)""";

    private static final String SHIFTS = """
            select signup_id, signup.version, volunteer_id, volunteer.name, state = 'OFFERED' as only_offered,
                   shift_id, role.name as role, place.name as place, lower(during) as starts_at, upper(during) as ends_at,
                   upper(shift.busy) as busy_until, %s
            from signup join shift using (shift_id) join role using (role_id) join place using (place_id)
            join volunteer using (volunteer_id)
            where shift.conference_id = :conference and state in ('CONFIRMED', 'OFFERED')
              and (:roles::uuid[] is null or role_id = any(:roles))
              and %s
            order by lower(during), upper(during), role.name, place.name, shift_id, lower(volunteer.name), volunteer_id
            """;

    private final JdbcClient jdbc;

    Expected(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place at which somebody is expected around now. */
    record PlaceChoice(String name, String slug) {}

    /** Those around now, at one place or at all of them; one more than {@link #MOST} where there are more. */
    List<Arrival> around(CheckInDesk desk, @Nullable String place, Instant now) {
        return jdbc.sql(SHIFTS.formatted(
                                Presence.COLUMNS, AROUND_NOW + " and (:place::text is null or place.slug = :place)")
                        + " limit " + (MOST + 1))
                .params(around(desk, now))
                .param("place", place)
                .query((row, number) -> arrival(row))
                .list();
    }

    /** The shifts of today of those with this in their name. */
    List<Arrival> called(CheckInDesk desk, String q, Instant now) {
        return jdbc.sql(SHIFTS.formatted(
                                Presence.COLUMNS,
                                "strpos(lower(volunteer.name), lower(:q)) > 0 and lower(during) < :tonight and upper(during) > :thisMorning")
                        + " limit " + (MOST + 1))
                .params(around(desk, now))
                .param("q", q)
                .query((row, number) -> arrival(row))
                .list();
    }

    /** Somebody's shifts of today. */
    List<Arrival> of(CheckInDesk desk, VolunteerId volunteer, Instant now) {
        return jdbc.sql(
                        SHIFTS.formatted(
                                Presence.COLUMNS,
                                "signup.volunteer_id = :volunteer and lower(during) < :tonight and upper(during) > :thisMorning"))
                .params(around(desk, now))
                .param("volunteer", volunteer.volunteerId())
                .query((row, number) -> arrival(row))
                .list();
    }

    Optional<Arrival> one(CheckInDesk desk, SignupId signup) {
        return jdbc.sql(SHIFTS.formatted(Presence.COLUMNS, "signup_id = :signup"))
                .param("conference", desk.conference().conferenceId())
                .param("roles", desk.roles().forSql())
                .param("signup", signup.signupId())
                .query((row, number) -> arrival(row))
                .optional();
    }

    /** The places of those around now, by which the list can be narrowed. */
    List<PlaceChoice> places(CheckInDesk desk, Instant now) {
        return jdbc.sql("""
                        select place.name, slug from place
                        where conference_id = :conference and exists (
                            select from shift where shift.place_id = place.place_id
                              and (:roles::uuid[] is null or role_id = any(:roles))
                              and lower(during) <= :soon and upper(during) > :justOver)
                        order by name
                        """)
                .params(around(desk, now))
                .query((row, number) -> new PlaceChoice(row.getString("name"), row.getString("slug")))
                .list();
    }

    /**
     * Those expected at a device or on a wall: who has a shift there that is on, or begins soon, and who is still there.
     */
    List<Arrival> at(CheckInDesk desk, Instant now) {
        return jdbc.sql(SHIFTS.formatted(Presence.COLUMNS, """
                        state = 'CONFIRMED' and (:place::uuid is null or place_id = :place) and lower(during) <= :soon
                        and (upper(during) > :now or attendance = 'ARRIVED' and upper(during) > :justOver)"""))
                .params(around(desk, now))
                .param("place", desk.place() == null ? null : desk.place().placeId())
                .query((row, number) -> arrival(row))
                .list();
    }

    /** What every reader here asks with. */
    static Map<String, @Nullable Object> around(CheckInDesk desk, Instant now) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("conference", desk.conference().conferenceId());
        params.put("roles", desk.roles().forSql());
        params.put("now", Timestamp.from(now));
        params.put("soon", Timestamp.from(now.plus(CheckInDesk.AHEAD)));
        params.put("justOver", Timestamp.from(now.minus(JUST_OVER)));
        params.put("stillHere", Timestamp.from(now.minus(STILL_HERE)));
        params.put("tonight", Timestamp.from(now.plus(TODAY)));
        params.put("thisMorning", Timestamp.from(now.minus(TODAY)));
        return params;
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                new SignupId(row.getObject("signup_id", UUID.class)),
                row.getInt("version"),
                new Name(row.getString("name")),
                row.getBoolean("only_offered"),
                row.getString("role"),
                row.getString("place"),
                Rows.range(row, "starts_at", "ends_at"),
                row.getTimestamp("busy_until").toInstant(),
                Presence.in(row));
    }
}
