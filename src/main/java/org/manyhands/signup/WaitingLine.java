package org.manyhands.signup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits for a shift, first come first; whoever could not take it now keeps their place and is passed over. */
@Component
class WaitingLine {

    private final JdbcClient jdbc;
    private final SignupRequests requests;

    WaitingLine(JdbcClient jdbc, SignupRequests requests) {
        this.jdbc = jdbc;
        this.requests = requests;
    }

    record Waiter(SignupId signup, VolunteerId volunteer) {}

    /** Who would get the next free place. */
    Optional<Waiter> first(ShiftId shift, Instant now) {
        return eligible(waitingFor(shift), shift, now).findFirst();
    }

    /** Until the conference's cut-off before the shift, whoever is first has a place without being asked. */
    boolean isServedAtOnce(ShiftId shift, Instant now) {
        return jdbc.sql("""
                        select lower(during) - waitlist_cutoff > :now
                        from shift join conference using (conference_id) where shift_id = :shift
                        """)
                .param("now", Timestamp.from(now))
                .param("shift", shift.shiftId())
                .query(Boolean.class)
                .single();
    }

    /** A place for which somebody waits who could take it is free to nobody else, though they may not have it yet. */
    SignupRequest withClaims(SignupRequest request, VolunteerId volunteer, ShiftId shift) {
        var maximum = request.staffing().need().maximum();
        if (maximum == null || !request.hasRoom() || request.staffing().waiting() == 0) {
            return request;
        }
        var free = maximum - request.staffing().occupied();
        return request.claimed(claimsBefore(volunteer, shift, free, request.now()));
    }

    /** Whether others in line can take all free places before this volunteer. */
    boolean claimsAll(VolunteerId volunteer, ShiftId shift, Instant now) {
        return !withClaims(requests.read(volunteer, shift, now), volunteer, shift)
                .hasRoom();
    }

    /**
     * How many of the free places others in line can take before this volunteer: all who wait and could, or those ahead
     * of them where they wait themselves.
     */
    private int claimsBefore(VolunteerId volunteer, ShiftId shift, int free, Instant now) {
        var ahead = waitingFor(shift).stream()
                .takeWhile(waiter -> !waiter.volunteer().equals(volunteer))
                .toList();
        return (int) eligible(ahead, shift, now).limit(free).count();
    }

    /** 1 for the head of the line; those passed over are counted too. */
    int place(SignupId signup) {
        return jdbc.sql("""
                        select count(*) from signup mine join signup ahead using (shift_id)
                        where mine.signup_id = ? and ahead.state = 'WAITLISTED' and ahead.place_in_line <= mine.place_in_line
                        """).param(signup.signupId()).query(Integer.class).single();
    }

    private Stream<Waiter> eligible(List<Waiter> waiters, ShiftId shift, Instant now) {
        return waiters.stream()
                .filter(waiter -> SignupRule.firstBrokenBesidesRoom(
                                requests.read(waiter.volunteer(), shift, now).evenSo())
                        .isEmpty());
    }

    private List<Waiter> waitingFor(ShiftId shift) {
        return jdbc.sql("""
                        select signup_id, volunteer_id from signup
                        where shift_id = ? and state = 'WAITLISTED' order by place_in_line
                        """)
                .param(shift.shiftId())
                .query((row, number) -> new Waiter(
                        new SignupId(row.getObject("signup_id", UUID.class)),
                        new VolunteerId(row.getObject("volunteer_id", UUID.class))))
                .list();
    }
}
