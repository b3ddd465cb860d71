package org.manyhands.signup;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.manyhands.clearance.ClearanceState;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.SignupWindow;
import org.manyhands.role.RoleNeeds;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the rules need to know of somebody and a shift, or many shifts, in two statements. */
@Component
class SignupRequests {

    /** PostgreSQL keeps the plan for one, which costs more to make than to carry out; for a list of any length it would not. */
    private static final String ONE = "(:shifts::uuid[])[1]";

    private static final String ANY = "any(:shifts::uuid[])";

    private static final String FACTS = """
            select shift.shift_id, role.name as role, lower(shift.during) as starts_at, upper(shift.during) as ends_at,
                   upper(shift.busy) as busy_until, place_id, 'HEARS_TALKS' = any(role.traits) as hears_talks,
                   shift.published and conference.published as published,
                   signup_opens_at, signup_closes_at, zone,
                   (select state from signup where signup.shift_id = shift.shift_id
                       and signup.volunteer_id = volunteer.volunteer_id
                       and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')) as standing,
                   role.slug as role_slug, needs,
                   (select state from role_clearance where role_clearance.role_id = shift.role_id
                       and role_clearance.volunteer_id = volunteer.volunteer_id) as clearance,
                   conference.hours_a_day_at_most as hours_a_day,
                   extract(epoch from rest_between_shifts)::bigint as rest_seconds,
                   first_shifts_at_most, %s as first_days_end,
                   volunteer.volunteer_id, volunteer.hours_a_day_at_most as own_hours_a_day, hours_at_most,
                   days_there = '{}' or (lower(shift.during) at time zone zone)::date = any(days_there) as there, %s
            from shift join conference using (conference_id) join role using (role_id)
            """.formatted(SignupWindow.FIRST_DAYS_END, Staffing.COLUMNS);

    private final JdbcClient jdbc;
    private final Agendas agendas;

    SignupRequests(JdbcClient jdbc, Agendas agendas) {
        this.jdbc = jdbc;
        this.agendas = agendas;
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
        var agenda = agendas.of(volunteer, insteadOf);
        return Objects.requireNonNull(
                readAll(volunteer, List.of(shift), agenda, now).get(shift));
    }

    Map<ShiftId, SignupRequest> readAll(VolunteerId volunteer, Collection<ShiftId> shifts, Instant now) {
        return readAll(volunteer, shifts, agendas.of(volunteer, null), now);
    }

    /** @param agenda what the volunteer's days hold already */
    Map<ShiftId, SignupRequest> readAll(VolunteerId volunteer, Collection<ShiftId> shifts, Agenda agenda, Instant now) {
        if (shifts.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(FACTS + "join volunteer on volunteer_id = :volunteer where shift.shift_id = "
                        + (shifts.size() == 1 ? ONE : ANY))
                .param("volunteer", volunteer.volunteerId())
                .param("shifts", shifts.stream().map(ShiftId::shiftId).toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(new ShiftId(row.getObject("shift_id", UUID.class)), request(row, agenda, now)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the rules need to know of every volunteer of the conference and one shift of it. */
    Map<VolunteerId, SignupRequest> readOfEverybody(ShiftId shift, Map<VolunteerId, Agenda> agendas, Instant now) {
        return jdbc
                .sql(FACTS + "join volunteer on volunteer.conference_id = shift.conference_id where shift_id = :shift")
                .param("shift", shift.shiftId())
                .query((row, number) -> {
                    var volunteer = new VolunteerId(row.getObject("volunteer_id", UUID.class));
                    return Map.entry(volunteer, request(row, agendas.getOrDefault(volunteer, Agenda.EMPTY), now));
                })
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SignupRequest request(ResultSet row, Agenda agenda, Instant now) throws SQLException {
        var standing = row.getString("standing");
        var during = Rows.range(row, "starts_at", "ends_at");
        var busy = new TimeRange(during.start(), Objects.requireNonNull(Rows.instant(row, "busy_until")));
        var limits = limits(row);
        var beside = agenda.beside(
                new Agenda.Held(
                        new ShiftId(row.getObject("shift_id", UUID.class)), row.getString("role"), during, busy),
                limits.rest(),
                ZoneId.of(row.getString("zone")));
        return new SignupRequest(
                now,
                during,
                row.getBoolean("published"),
                new SignupWindow(Rows.instant(row, "signup_opens_at"), Rows.instant(row, "signup_closes_at")),
                standing == null ? null : Signup.State.valueOf(standing),
                beside.clash(),
                beside.tooClose(),
                clearance(row),
                beside.held(),
                limits,
                Staffing.in(row),
                day(row, busy, agenda),
                0);
    }

    private static SignupRequest.Clearance clearance(ResultSet row) throws SQLException {
        var state = row.getString("clearance");
        return new SignupRequest.Clearance(
                row.getString("role"),
                row.getString("role_slug"),
                RoleNeeds.valueOf(row.getString("needs")),
                state == null ? null : ClearanceState.valueOf(state));
    }

    private static SignupRequest.Limits limits(ResultSet row) throws SQLException {
        return new SignupRequest.Limits(
                (Integer) row.getObject("hours_a_day"),
                Duration.ofSeconds(row.getLong("rest_seconds")),
                (Integer) row.getObject("first_shifts_at_most"),
                Rows.instant(row, "first_days_end"),
                (Integer) row.getObject("own_hours_a_day"),
                (Integer) row.getObject("hours_at_most"));
    }

    /** Who works in the room of a talk, in a role that hears the talks, misses nothing. */
    private static SignupRequest.Day day(ResultSet row, TimeRange busy, Agenda agenda) throws SQLException {
        var place = new PlaceId(row.getObject("place_id", UUID.class));
        var hearsTalks = row.getBoolean("hears_talks");
        Predicate<Agenda.Starred> isHeard = talk -> hearsTalks && talk.places().contains(place);
        return new SignupRequest.Day(
                row.getBoolean("there"),
                agenda.starredWithin(busy, isHeard.negate()),
                agenda.starredWithin(busy, isHeard).stream().findFirst().orElse(null),
                false);
    }
}
