package org.manyhands.signup;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.SignupWindow;
import org.manyhands.shared.Rows;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the rules need to know of somebody and a shift, or many shifts, in one statement. */
@Component
class SignupRequests {

    /** Where a talk is given, of the conference's places. */
    static final String PLACES_OF_TALK = """
            array(select place_id from talk_room join room using (room_id)
                  where talk_room.talk_id = talk.talk_id and place_id is not null)""";

    /** Who works in the room of a talk, in a role that hears the talks, misses nothing. */
    static final String HEARS = "('HEARS_TALKS' = any(role.traits) and shift.place_id = any(starred.places))";

    /** The volunteer's places, save one they would give, and the talks they starred: read once for all shifts asked for. */
    private static final String OF_THEM = """
            with place_held as materialized (
                select shift_id, role.name, shift.during, signup.busy
                from signup join shift using (shift_id) join role using (role_id)
                where volunteer_id = :volunteer and state in ('CONFIRMED', 'OFFERED')
                  and shift_id is distinct from :instead::uuid),
            starred as materialized (
                select title, during, starts_at, %s as places
                from star join talk using (talk_id)
                where volunteer_id = :volunteer and gone_at is null and blocks and not isempty(during))
            """.formatted(PLACES_OF_TALK);

    /** Their other places. */
    private static final String HELD = "from place_held other where other.shift_id <> shift.shift_id";

    /** PostgreSQL keeps the plan for one, which costs more to make than to carry out; for a list of any length it would not. */
    private static final String ONE = "(:shifts::uuid[])[1]";

    private static final String ANY = "any(:shifts::uuid[])";

    private final JdbcClient jdbc;

    SignupRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether nobody can have the shift who is nothing to it yet, and has not asked by this very request before. */
    boolean isFullToANewcomer(VolunteerId volunteer, ShiftId shift, UUID requestId) {
        return jdbc.sql("""
                        select exists (
                            select from shift join volunteer using (conference_id)
                            where shift_id = :shift and volunteer_id = :volunteer and not %s)
                        and not exists (
                            select from signup where volunteer_id = :volunteer and (request_id = :request
                                or shift_id = :shift and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')))
                        """.formatted(Staffing.HAS_ROOM))
                .param("shift", shift.shiftId())
                .param("volunteer", volunteer.volunteerId())
                .param("request", requestId)
                .query(Boolean.class)
                .single();
    }

    SignupRequest read(VolunteerId volunteer, ShiftId shift, Instant now) {
        return read(volunteer, shift, null, now);
    }

    /** @param insteadOf the shift of theirs that they would give for this one */
    SignupRequest read(VolunteerId volunteer, ShiftId shift, @Nullable ShiftId insteadOf, Instant now) {
        return Objects.requireNonNull(
                readAll(volunteer, List.of(shift), insteadOf, now).get(shift));
    }

    Map<ShiftId, SignupRequest> readAll(VolunteerId volunteer, Collection<ShiftId> shifts, Instant now) {
        return shifts.isEmpty() ? Map.of() : readAll(volunteer, shifts, null, now);
    }

    private Map<ShiftId, SignupRequest> readAll(
            VolunteerId volunteer, Collection<ShiftId> shifts, @Nullable ShiftId insteadOf, Instant now) {
        return jdbc
                .sql(OF_THEM
                        + """
                        select shift.shift_id, lower(shift.during) as starts_at, upper(shift.during) as ends_at,
                               shift.published and conference.published as published,
                               signup_opens_at, signup_closes_at,
                               (select state from signup where signup.shift_id = shift.shift_id
                                   and volunteer_id = :volunteer and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')) as standing,
                               clash.name as clash, lower(clash.during) as clash_starts_at, upper(clash.during) as clash_ends_at,
                               near.name as near, lower(near.during) as near_starts_at, upper(near.during) as near_ends_at,
                               held.shifts, held.seconds, held.seconds_that_day,
                               conference.hours_a_day_at_most as hours_a_day,
                               extract(epoch from rest_between_shifts)::bigint as rest_seconds,
                               first_shifts_at_most, %s as first_days_end,
                               volunteer.hours_a_day_at_most as own_hours_a_day, hours_at_most,
                               days_there = '{}' or (lower(shift.during) at time zone zone)::date = any(days_there) as there,
                               missed.title as missed, lower(missed.during) as missed_starts_at, upper(missed.during) as missed_ends_at,
                               heard.title as heard, lower(heard.during) as heard_starts_at, upper(heard.during) as heard_ends_at, %s
                        from shift join conference using (conference_id) join role using (role_id)
                        join volunteer on volunteer_id = :volunteer
                        left join lateral (
                            select title, during from starred where during && shift.busy and not %s
                            order by starts_at, title limit 1) missed on true
                        left join lateral (
                            select title, during from starred where during && shift.busy and %s
                            order by starts_at, title limit 1) heard on true
                        left join lateral (
                            select other.name, other.during %s and other.busy && shift.busy
                            order by lower(other.during) limit 1) clash on true
                        left join lateral (
                            select other.name, other.during %s and rest_between_shifts > interval '0'
                              and other.busy && tstzrange(lower(shift.busy) - rest_between_shifts, upper(shift.busy) + rest_between_shifts)
                            order by lower(other.during) limit 1) near on true
                        cross join lateral (
                            select count(*) as shifts,
                                   coalesce(sum(extract(epoch from upper(other.during) - lower(other.during))), 0)::bigint as seconds,
                                   coalesce(sum(extract(epoch from upper(other.during) - lower(other.during))) filter (
                                       where (lower(other.during) at time zone zone)::date = (lower(shift.during) at time zone zone)::date),
                                       0)::bigint as seconds_that_day %s) held
                        where shift.shift_id = %s
                        """.formatted(
                                        SignupWindow.FIRST_DAYS_END,
                                        Staffing.COLUMNS,
                                        HEARS,
                                        HEARS,
                                        HELD,
                                        HELD,
                                        HELD,
                                        shifts.size() == 1 ? ONE : ANY))
                .param("volunteer", volunteer.volunteerId())
                .param("shifts", shifts.stream().map(ShiftId::shiftId).toArray(UUID[]::new))
                .param("instead", insteadOf == null ? null : insteadOf.shiftId())
                .query((row, number) ->
                        Map.entry(new ShiftId(row.getObject("shift_id", UUID.class)), request(row, now)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SignupRequest request(ResultSet row, Instant now) throws SQLException {
        var standing = row.getString("standing");
        return new SignupRequest(
                now,
                Rows.range(row, "starts_at", "ends_at"),
                row.getBoolean("published"),
                new SignupWindow(Rows.instant(row, "signup_opens_at"), Rows.instant(row, "signup_closes_at")),
                standing == null ? null : Signup.State.valueOf(standing),
                other(row, "clash"),
                other(row, "near"),
                new SignupRequest.Held(
                        row.getInt("shifts"),
                        Duration.ofSeconds(row.getLong("seconds")),
                        Duration.ofSeconds(row.getLong("seconds_that_day"))),
                new SignupRequest.Limits(
                        (Integer) row.getObject("hours_a_day"),
                        Duration.ofSeconds(row.getLong("rest_seconds")),
                        (Integer) row.getObject("first_shifts_at_most"),
                        Rows.instant(row, "first_days_end"),
                        (Integer) row.getObject("own_hours_a_day"),
                        (Integer) row.getObject("hours_at_most")),
                Staffing.in(row),
                new SignupRequest.Day(row.getBoolean("there"), starred(row, "missed"), starred(row, "heard"), false),
                0);
    }

    private static SignupRequest.@Nullable Starred starred(ResultSet row, String which) throws SQLException {
        var title = row.getString(which);
        return title == null
                ? null
                : new SignupRequest.Starred(title, Rows.range(row, which + "_starts_at", which + "_ends_at"));
    }

    private static SignupRequest.@Nullable Other other(ResultSet row, String which) throws SQLException {
        var role = row.getString(which);
        return role == null
                ? null
                : new SignupRequest.Other(role, Rows.range(row, which + "_starts_at", which + "_ends_at"));
    }
}
