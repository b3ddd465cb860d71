package org.manyhands.signup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody and everything that random operations choose from, and the way to it. */
record RandomWorld(
        Conference conference, List<VolunteerId> people, List<Organizer> organizers, RandomWorld.Services to) {

    record Services(
            SignupService signups,
            Leaving leaving,
            Covers covers,
            Swaps swaps,
            Offers offers,
            Waitlist waitlist,
            Assigning assigning,
            Reassigning reassigning,
            WalkingIn walkingIn,
            Merging merging,
            Clearing clearing,
            JdbcClient jdbc) {}

    record Held(VolunteerId volunteer, ShiftId shift) {}

    VolunteerId somebody(Random chance) {
        return people.get(chance.nextInt(people.size()));
    }

    ShiftId shift(Random chance) {
        return new ShiftId(
                Objects.requireNonNull(any("select shift_id from shift where conference_id = :conference", chance)));
    }

    /** Somebody on a shift, as of just now. */
    @Nullable
    Held held(Random chance) {
        var signup = any("""
                select signup_id from signup
                where state in ('CONFIRMED', 'WAITLISTED') and conference_id = :conference
                """, chance);
        return signup == null ? null : placeOf(signup);
    }

    void letRunOut(UUID offered) {
        to.jdbc()
                .sql("update signup set offered_until = clock_timestamp() where signup_id = ? and state = 'OFFERED'")
                .param(offered)
                .update();
    }

    Held placeOf(UUID signup) {
        return to.jdbc()
                .sql("select volunteer_id, shift_id from signup where signup_id = ?")
                .param(signup)
                .query((row, number) -> new Held(
                        new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                        new ShiftId(row.getObject("shift_id", UUID.class))))
                .single();
    }

    /** One of the ids that a statement selects in :conference. */
    @Nullable
    UUID any(String sql, Random chance) {
        var all = to.jdbc()
                .sql(sql + " order by 1")
                .param("conference", conference.id().conferenceId())
                .query(UUID.class)
                .list();
        return all.isEmpty() ? null : all.get(chance.nextInt(all.size()));
    }

    Map<String, String> read(String sql, UUID id) {
        var form = new HashMap<String, String>();
        to.jdbc()
                .sql(sql)
                .param(id)
                .query()
                .singleRow()
                .forEach((field, value) -> form.put(field, String.valueOf(value)));
        return form;
    }

    /** Opens the form of some shift and sends it with other values; published again where it was a draft. */
    void change(Random chance, Map<String, String> instead) {
        var id = shift(chance).shiftId();
        var form = read("""
                select timeslot_id::text as timeslot, role_id::text as role, place_id::text as place, minimum::text,
                    wanted::text, capacity::text as maximum, version::text, 'true' as published
                from shift where shift_id = ?
                """, id);
        form.putAll(instead);
        post(chance, "/shifts/" + id, form);
    }

    /** Saved, refused or out of date: all are answers; anything else is a failure. */
    void post(Random chance, String page, Map<String, String> form) {
        form.put("people", chance.nextBoolean() ? "move" : "");
        var answer = organizers.get(chance.nextInt(organizers.size())).post(page, form);
        if (answer.getUnresolvedException() != null) {
            throw failure(answer.getUnresolvedException());
        }
        if (answer.getResponse().getStatus() == 503) {
            throw new CannotAcquireLockException("told to come again");
        }
        if (answer.getResponse().getStatus() >= 500) {
            throw new AssertionError(page + " answered " + answer.getResponse().getStatus());
        }
    }

    private static RuntimeException failure(Throwable thrown) {
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
    }
}
