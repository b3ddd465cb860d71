package org.manyhands;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.role.Role;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.signup.SignupId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes shifts with people on them that are on now, or begin soon: signed up for in time, and moved here. */
public record AroundNow(Given given, JdbcClient jdbc, Clock clock) {

    /** Somebody on a shift. */
    public record Held(Shift shift, VolunteerId volunteer, SignupId signup) {}

    /** Alone on a shift that begins so much later, or earlier, than now. */
    public Held somebody(Conference conference, String name, Duration startsIn, Duration length) {
        return somebody(
                conference,
                name,
                given.role(conference, "Role " + Given.number()),
                given.place(conference, "Place " + Given.number()),
                startsIn,
                length);
    }

    public Held somebody(
            Conference conference, String name, Role role, Place place, Duration startsIn, Duration length) {
        var shift = given.shift(conference, given.timeslot(conference, "08:00", "10:00"), role, place, Need.of(1));
        var volunteer = given.volunteer(conference, name);
        given.signUp(volunteer, shift);
        move(shift, startsIn, length);
        return new Held(shift, volunteer, signupOf(volunteer, shift));
    }

    public void move(Shift shift, Duration startsIn, Duration length) {
        var start = clock.instant().plus(startsIn);
        jdbc.sql("""
                        update timeslot set during = tstzrange(:start, :end), label = cast(timeslot_id as text)
                        where timeslot_id = :slot
                        """)
                .param("start", Timestamp.from(start))
                .param("end", Timestamp.from(start.plus(length)))
                .param("slot", shift.timeslotId().timeslotId())
                .update();
    }

    public SignupId signupOf(VolunteerId volunteer, Shift shift) {
        return SignupId.of(jdbc.sql("select signup_id from signup where volunteer_id = ? and shift_id = ?")
                .params(volunteer.volunteerId(), shift.id().shiftId())
                .query(String.class)
                .single());
    }

    /** "CONFIRMED ARRIVED". */
    public String stateOf(Held held) {
        return jdbc.sql("select state || ' ' || attendance from signup where signup_id = ?")
                .param(held.signup().signupId())
                .query(String.class)
                .single();
    }

    public int versionOf(Held held) {
        return jdbc.sql("select version from signup where signup_id = ?")
                .param(held.signup().signupId())
                .query(Integer.class)
                .single();
    }

    public Instant now() {
        return clock.instant();
    }
}
