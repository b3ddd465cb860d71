package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.manyhands.soak.Soak;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R7 of the yardsticks: with a guard off the races are lost, so the tests that find none of that do look. */
@IntegrationTest
@Import(Guards.class)
class NegativeControlsSoak {

    @Autowired
    private Given given;

    @Autowired
    private SignupService signups;

    @Autowired
    private Guards.Locks locks;

    @Autowired
    private Guards.Mails mails;

    @Autowired
    private Invariants invariants;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void guardAsEver() {
        locks.are(Guards.Locks.Taken.IN_ORDER);
        mails.areWritten(Guards.Mails.Written.WITH_THE_SIGNUP);
        jdbc.sql("""
                        update signup set state = 'WITHDRAWN', left_at = signed_up_at
                        where state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
                        """).update();
        jdbc.sql("""
                        alter table shift
                            drop constraint if exists shift_has_room_for_its_people,
                            add constraint shift_has_room_for_its_people
                                check (taken >= 0 and (capacity is null or taken + reserved <= capacity))
                        """).update();
        jdbc.sql("""
                        alter table signup
                            drop constraint if exists signup_never_in_two_places,
                            add constraint signup_never_in_two_places exclude using gist (volunteer_id with =, busy with &&)
                                where (state in ('CONFIRMED', 'OFFERED'))
                        """).update();
    }

    @Test
    void givesTooManyPlacesWithoutTheLocksAndTheCheck() {
        var conference = given.conference();
        var people = given.volunteers(conference, 50);
        locks.are(Guards.Locks.Taken.NEVER);
        jdbc.sql("alter table shift drop constraint shift_has_room_for_its_people")
                .update();
        var rounds = Soak.of(20, 300);
        var oversold = 0;
        var worst = 0;
        for (var round = 0; round < rounds; round++) {
            var shift = given.shift(conference, time(round), time(round + 1), Need.of(10))
                    .id();
            AtOnce.each(people, volunteer -> take(volunteer, shift));
            var taken = taken(shift);
            oversold += taken > 10 ? 1 : 0;
            worst = Math.max(worst, taken - 10);
            withdrawEverybodyFrom(shift);
        }
        Soak.say("R7: guard off: %d of %d rounds oversold, the worst by %d", oversold, rounds, worst);
        assertThat(oversold).isGreaterThanOrEqualTo((int) Math.ceil(rounds * 0.95));
    }

    @Test
    void putsPeopleInTwoPlacesWithoutTheLocksAndTheExclusion() {
        var conference = given.conference();
        var shifts = IntStream.range(0, 8)
                .mapToObj(tab -> given.shift(conference, "10:%02d".formatted(tab * 5), "12:00", Need.of(100))
                        .id())
                .toList();
        locks.are(Guards.Locks.Taken.NEVER);
        jdbc.sql("alter table signup drop constraint signup_never_in_two_places")
                .update();
        for (var volunteer : given.volunteers(conference, Soak.of(20, 100))) {
            AtOnce.each(shifts, shift -> take(volunteer, shift));
        }
        var inTwoPlaces = number("""
                select count(*) from (select from signup where state = 'CONFIRMED' group by volunteer_id having count(*) > 1) x
                """);
        Soak.say("R7: exclusion off: %d of %d people in two places", inTwoPlaces, Soak.of(20, 100));
        assertThatThrownBy(() -> invariants.assertHoldIn(conference)).hasMessageContaining("IN_TWO_PLACES");
    }

    @Test
    void deadlocksWhereSomeLockShiftsBeforePersons() {
        var conference = given.conference();
        var shift = given.shift(conference, "10:00", "12:00", Need.of(500)).id();
        var before = invariants.deadlocks();
        locks.are(Guards.Locks.Taken.BY_EVERY_OTHER_IN_REVERSE);
        var rounds = 0;
        // The server tells of a deadlock a while after it has ended it
        while (invariants.deadlocks() == before && rounds < 100) {
            var volunteer = given.volunteer(conference);
            AtOnce.times(8, tab -> take(volunteer, shift));
            rounds++;
        }
        Soak.say(
                "R7: lock order reversed for every other: %d deadlocks after %d rounds",
                invariants.deadlocks() - before, rounds);
        assertThat(invariants.deadlocks()).isGreaterThan(before);
    }

    @Test
    void losesMailsWhereTheyAreWrittenAfterTheSignup() {
        var conference = given.conference();
        var shift = given.shift(conference, "10:00", "12:00", Need.of(500)).id();
        mails.areWritten(Guards.Mails.Written.AFTER_IT_UNLESS_IT_CRASHES);
        var people = given.volunteers(conference, Soak.of(60, 600));
        people.forEach(volunteer -> {
            try {
                take(volunteer, shift);
            } catch (Guards.Crash asWasToBe) {
                assertThat(asWasToBe).hasNoCause();
            }
        });
        var untold = number("""
                select count(*) from signup where state = 'CONFIRMED' and not exists (select from mail where about = signup_id)
                """);
        Soak.say("R7: outbox outside the transaction: %d of %d signups without a mail", untold, people.size());
        assertThatThrownBy(() -> invariants.assertHoldIn(conference)).hasMessageContaining("MAIL_MISSING");
    }

    private boolean take(VolunteerId volunteer, ShiftId shift) {
        try {
            signups.signUp(volunteer, List.of(shift), UUID.randomUUID());
            return true;
        } catch (ConcurrencyFailureException tooBusy) {
            return false;
        }
    }

    private void withdrawEverybodyFrom(ShiftId shift) {
        jdbc.sql(
                        "update signup set state = 'WITHDRAWN', left_at = signed_up_at where shift_id = ? and state = 'CONFIRMED'")
                .param(shift.shiftId())
                .update();
    }

    private static String time(int round) {
        var minute = round % 70 * 20;
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private int taken(ShiftId shift) {
        return jdbc.sql("select count(*) from signup where state = 'CONFIRMED' and shift_id = ?")
                .param(shift.shiftId())
                .query(Integer.class)
                .single();
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
