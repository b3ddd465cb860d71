package org.manyhands.signup;

import static java.util.stream.Collectors.toSet;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.manyhands.shift.PeopleMoving;
import org.manyhands.shift.ShiftId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes people along with the shifts that the floor below moves. */
@Component
class MovingAlong implements PeopleMoving {

    private final OnShifts onShifts;
    private final Signups signups;
    private final SignupNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    MovingAlong(OnShifts onShifts, Signups signups, SignupNews news, JdbcClient jdbc, Clock clock) {
        this.onShifts = onShifts;
        this.signups = signups;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Torn(SignupId signup, String name) {}

    @Override
    public void hold(Collection<ShiftId> shifts) {
        onShifts.hold(shifts);
    }

    @Override
    public List<String> inTwoPlaces(Collection<Arrival> arrivals) {
        return torn(arrivals).stream().map(Torn::name).toList();
    }

    /** The exclusion constraint looks on as the foreign key carries the times: who is torn must be off by then. */
    @Override
    public int along(Collection<Arrival> arrivals, Runnable move) {
        var shifts = arrivals.stream().map(Arrival::shift).toList();
        var before = onShifts.of(shifts);
        var torn = torn(arrivals).stream().map(Torn::signup).collect(toSet());
        before.stream().filter(each -> torn.contains(each.signup())).forEach(this::takeOff);
        signups.flush();
        move.run();
        tell(before, torn);
        return torn.size();
    }

    private void takeOff(OnShifts.Somebody torn) {
        signups.findById(torn.signup())
                .orElseThrow()
                .loseTo(SignupRule.NO_OVERLAP, torn.where().during(), torn.shift(), clock.instant());
    }

    private void tell(List<OnShifts.Somebody> before, Set<SignupId> torn) {
        countMove(before);
        for (var each : before) {
            if (torn.contains(each.signup())) {
                news.lostToConflict(each.signup(), each.where(), onShifts.whereIs(each.shift()), SignupRule.NO_OVERLAP);
            } else {
                news.moved(each.signup(), each.holdsAPlace(), each.where());
            }
        }
    }

    /**
     * The foreign key changed these rows past their entities; each change is told once by the version it made. Whoever goes
     * along into a role that needs something first has it by the organizer who changed the shift.
     */
    private void countMove(List<OnShifts.Somebody> moved) {
        if (!moved.isEmpty()) {
            jdbc.sql("""
                            update signup set version = version + 1,
                                   override_reason = coalesce(override_reason, case when state <> 'WAITLISTED' and not exists (
                                       select from shift join role using (role_id)
                                       where shift.shift_id = signup.shift_id and (needs = 'NOTHING' or signed_up_at < needs_since or exists (
                                           select from role_clearance where role_clearance.role_id = role.role_id
                                             and role_clearance.volunteer_id = signup.volunteer_id
                                             and role_clearance.state = 'GRANTED')))
                                   then 'Taken along when the shift was changed' end)
                            where signup_id in (:ids) and state <> 'REMOVED'
                            """)
                    .param(
                            "ids",
                            moved.stream().map(each -> each.signup().signupId()).toList())
                    .update();
        }
    }

    private List<Torn> torn(Collection<Arrival> arrivals) {
        var moving = arrivals.stream().map(arrival -> arrival.shift().shiftId()).toList();
        return arrivals.stream()
                .flatMap(arrival -> torn(arrival, moving).stream())
                .toList();
    }

    private List<Torn> torn(Arrival arrival, List<UUID> moving) {
        return jdbc.sql("""
                        select signup_id, volunteer.name from signup join volunteer using (volunteer_id)
                        where shift_id = :shift and state in ('CONFIRMED', 'OFFERED')
                          and exists (select from signup other
                                      where other.volunteer_id = signup.volunteer_id
                                        and other.state in ('CONFIRMED', 'OFFERED') and other.shift_id not in (:moving)
                                        and other.busy && tstzrange(:from, :to))
                        order by place_in_line
                        """)
                .param("shift", arrival.shift().shiftId())
                .param("moving", moving)
                .param("from", Timestamp.from(arrival.busy().start()))
                .param("to", Timestamp.from(arrival.busy().end()))
                .query((row, number) ->
                        new Torn(new SignupId(row.getObject("signup_id", UUID.class)), row.getString("name")))
                .list();
    }
}
