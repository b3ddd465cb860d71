package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.conference.Conference;
import org.manyhands.conference.SignupLimits;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People leave, others wait, newcomers press: all at the same time. */
@Tag("race")
@IntegrationTest
class PromotionRaceTests {

    @Autowired
    private Given given;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private Covers covers;

    @Autowired
    private Offers offers;

    @Autowired
    private Waitlist waitlist;

    @Autowired
    private Invariants invariants;

    @Autowired
    private JdbcClient jdbc;

    private record Crowd(List<VolunteerId> holders, List<VolunteerId> line, List<VolunteerId> newcomers) {

        List<VolunteerId> everybody() {
            return Stream.of(holders, newcomers).flatMap(List::stream).toList();
        }
    }

    /** R5: the places go to the first in line, in their order, and to no newcomer. */
    @Test
    void givesFreedPlacesToTheLineAndToNobodyElse() {
        var conference = given.conference();
        var crowd = new Crowd(
                given.volunteers(conference, 8), given.volunteers(conference, 15), given.volunteers(conference, 8));
        for (var shift : given.shiftsInARow(conference, 60, Need.of(8))) {
            fill(shift, crowd);
            AtOnce.each(crowd.everybody(), volunteer -> {
                if (crowd.holders().contains(volunteer)) {
                    leave(volunteer, shift);
                } else {
                    signups.signUp(volunteer, List.of(shift), UUID.randomUUID());
                }
                return volunteer;
            });
            assertThat(on(shift, "CONFIRMED"))
                    .containsExactlyInAnyOrderElementsOf(crowd.line().subList(0, 8));
            assertThat(on(shift, "WAITLISTED"))
                    .containsExactlyElementsOf(crowd.line().subList(8, 15));
            assertThat(taken(shift)).isEqualTo(8);
        }
        invariants.assertHoldIn(conference);
    }

    @Test
    void servesTheLineOnceWhereSeveralSweepAtTheSameTime() {
        var conference = given.conference();
        var crowd = new Crowd(given.volunteers(conference, 3), given.volunteers(conference, 6), List.of());
        for (var round = 0; round < 20; round++) {
            var shift = full(conference, crowd, round);
            crowd.holders().forEach(holder -> leaving.leave(holder, List.of(shift)));
            AtOnce.times(4, sweeper -> {
                waitlist.sweep();
                return sweeper;
            });
            assertThat(on(shift, "CONFIRMED"))
                    .containsExactlyInAnyOrderElementsOf(crowd.line().subList(0, 3));
            assertThat(taken(shift)).isEqualTo(3);
        }
        invariants.assertHoldIn(conference);
    }

    @Test
    void givesOnePersonOneOfTwoOverlappingShiftsForWhichTheyWait() {
        var conference = given.conference();
        for (var round = 0; round < 20; round++) {
            var holders = given.volunteers(conference, 2);
            var waiter = given.volunteer(conference);
            var one = given.shift(conference, "08:00", "10:00", Need.of(1)).id();
            var other = given.shift(conference, "09:00", "11:00", Need.of(1)).id();
            take(holders.get(0), one);
            take(holders.get(1), other);
            await(waiter, one);
            await(waiter, other);
            AtOnce.run(() -> leave(holders.get(0), one), () -> leave(holders.get(1), other));
            assertThat(on(one, "CONFIRMED").size() + on(other, "CONFIRMED").size())
                    .isOne();
        }
        invariants.assertHoldIn(conference);
    }

    /** No constraint of the database knows of this limit: only the locks, and what is read under them, keep it. */
    @Test
    void givesNobodyMoreThanTheirHoursOfADay() {
        var conference = given.conference();
        conference.limit(new SignupLimits(2, Duration.ZERO, null, 3));
        given.save(conference);
        for (var round = 0; round < 40; round++) {
            var holder = given.volunteer(conference);
            var waiter = given.volunteer(conference);
            var morning = given.shift(conference, "08:00", "10:00", Need.of(1)).id();
            var evening = given.shift(conference, "18:00", "20:00", Need.of(1)).id();
            take(holder, morning);
            await(waiter, morning);
            AtOnce.run(() -> leave(holder, morning), () -> signups.signUp(waiter, List.of(evening), UUID.randomUUID()));
            assertThat(on(morning, "CONFIRMED").size()
                            + on(evening, "CONFIRMED").size())
                    .as("round " + round)
                    .isOne();
        }
        invariants.assertHoldIn(conference);
    }

    @Test
    void letsAnOfferBeTakenOrRunOutAndNeverBoth() {
        var conference = given.conference();
        for (var round = 0; round < 20; round++) {
            var crowd = new Crowd(given.volunteers(conference, 1), given.volunteers(conference, 2), List.of());
            var shift = full(conference, crowd, round);
            soon(shift, round);
            crowd.holders().forEach(holder -> leave(holder, shift));
            var first = crowd.line().getFirst();
            assertThat(on(shift, "OFFERED")).containsExactly(first);
            jdbc.sql("update signup set offered_until = clock_timestamp() where shift_id = ? and state = 'OFFERED'")
                    .param(shift.shiftId())
                    .update();
            AtOnce.run(() -> offers.accept(first, shift), waitlist::sweep);
            waitlist.sweep();
            assertThat(Stream.of(on(shift, "CONFIRMED"), on(shift, "OFFERED")).flatMap(List::stream))
                    .hasSize(1);
            assertThat(taken(shift)).isOne();
        }
        invariants.assertHoldIn(conference);
    }

    @Test
    void givesACoveredPlaceToOneOfMany() {
        var conference = given.conference();
        var takers = given.volunteers(conference, 10);
        for (var round = 0; round < 20; round++) {
            var crowd = new Crowd(given.volunteers(conference, 1), List.of(), List.of());
            var shift = full(conference, crowd, round);
            var holder = crowd.holders().getFirst();
            covers.ask(holder, shift);
            var answers = AtOnce.each(takers, taker -> covers.take(taker, shift, UUID.randomUUID(), false));
            assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
            assertThat(on(shift, "CONFIRMED")).hasSize(1).doesNotContain(holder);
            assertThat(taken(shift)).isOne();
        }
        invariants.assertHoldIn(conference);
    }

    @Test
    void losesNoPlaceWhereCoverIsCalledOffWhileItIsTaken() {
        var conference = given.conference();
        var taker = given.volunteer(conference);
        for (var round = 0; round < 20; round++) {
            var crowd = new Crowd(given.volunteers(conference, 1), List.of(), List.of());
            var shift = full(conference, crowd, round);
            var holder = crowd.holders().getFirst();
            covers.ask(holder, shift);
            AtOnce.run(
                    () -> covers.callOff(holder, shift),
                    () -> covers.take(taker, shift, UUID.randomUUID(), false),
                    () -> leave(holder, shift));
            assertThat(on(shift, "CONFIRMED").size()).isEqualTo(taken(shift)).isLessThanOrEqualTo(1);
            leave(taker, shift);
        }
        invariants.assertHoldIn(conference);
    }

    /** One more a round: the holders have all places, and the line waits in order. */
    private ShiftId full(Conference conference, Crowd crowd, int round) {
        var minute = round % 60 * 20;
        var number = Given.number();
        var shift = given.shift(
                        conference,
                        given.timeslot(
                                conference,
                                round / 60,
                                "%02d:%02d".formatted(minute / 60, minute % 60),
                                "%02d:%02d".formatted((minute + 19) / 60, (minute + 19) % 60)),
                        given.role(conference, "Role " + number),
                        given.place(conference, "Place " + number),
                        Need.of(crowd.holders().size()))
                .id();
        fill(shift, crowd);
        return shift;
    }

    private void fill(ShiftId shift, Crowd crowd) {
        add(crowd.holders(), shift, "CONFIRMED");
        add(crowd.line(), shift, "WAITLISTED");
    }

    /** At once and in their order; one by one would take longer than the race. */
    private void add(List<VolunteerId> people, ShiftId shift, String state) {
        jdbc.sql("""
                        insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at)
                        select gen_random_uuid(), conference_id, shift_id, volunteer, busy, :state, gen_random_uuid(), now()
                        from shift cross join unnest(:people::uuid[]) with ordinality as people (volunteer, place)
                        where shift_id = :shift order by place
                        """)
                .param("people", people.stream().map(VolunteerId::volunteerId).toArray(UUID[]::new))
                .param("state", state)
                .param("shift", shift.shiftId())
                .update();
    }

    private void soon(ShiftId shift, int round) {
        jdbc.sql("""
                        update timeslot set during = tstzrange(now() + make_interval(hours => 1, mins => :round),
                                                               now() + make_interval(hours => 1, mins => :round + 1))
                        where timeslot_id = (select timeslot_id from shift where shift_id = :shift)
                        """).param("round", round).param("shift", shift.shiftId()).update();
    }

    private void take(VolunteerId volunteer, ShiftId shift) {
        assertThat(signups.signUp(volunteer, List.of(shift), UUID.randomUUID()))
                .singleElement()
                .isInstanceOf(SignupOutcome.Confirmed.class);
    }

    private void await(VolunteerId volunteer, ShiftId shift) {
        assertThat(signups.signUpOrWait(volunteer, shift, UUID.randomUUID()))
                .isInstanceOf(SignupOutcome.Waitlisted.class);
    }

    private void leave(VolunteerId volunteer, ShiftId shift) {
        waitlist.serve(leaving.leave(volunteer, List.of(shift)).toServe());
    }

    private List<VolunteerId> on(ShiftId shift, String state) {
        return jdbc
                .sql("select volunteer_id from signup where shift_id = ? and state = ? order by place_in_line")
                .params(shift.shiftId(), state)
                .query(UUID.class)
                .list()
                .stream()
                .map(VolunteerId::new)
                .toList();
    }

    private int taken(ShiftId shift) {
        return jdbc.sql("select taken from shift where shift_id = ?")
                .param(shift.shiftId())
                .query(Integer.class)
                .single();
    }
}
