package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last place is never given twice, and nobody is booked twice, whoever presses at the same time. */
@Tag("race")
@IntegrationTest
class LastPlaceTests {

    @Autowired
    private Given given;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private Invariants invariants;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void givesOneOfEightOverlappingShiftsToTheSamePerson() {
        var conference = given.conference();
        var deadlocksBefore = invariants.deadlocks();
        var shifts = IntStream.range(0, 8)
                .mapToObj(tab -> given.shift(conference, "10:%02d".formatted(tab * 5), "12:00", Need.of(3))
                        .id())
                .toList();
        for (var volunteer : given.volunteers(conference, 100)) {
            var outcomes = AtOnce.each(shifts, shift -> take(volunteer, shift));
            var confirmed = outcomes.stream()
                    .filter(SignupOutcome.Confirmed.class::isInstance)
                    .count();
            var full = outcomes.stream()
                    .allMatch(outcome -> outcome instanceof SignupOutcome.Refused refused
                            && refused.rule().equals("HAS_ROOM"));
            assertThat(full ? 1 : confirmed).isEqualTo(1);
        }
        assertThat(shifts)
                .allSatisfy(shift ->
                        assertThat(taken(shift)).isEqualTo(confirmedOn(shift)).isLessThanOrEqualTo(3));
        assertThat(shifts.stream().mapToInt(this::taken).sum()).isEqualTo(24);
        assertThat(invariants.deadlocks()).isEqualTo(deadlocksBefore);
        invariants.assertHoldIn(conference);
    }

    @Test
    void answersTenRepetitionsOfARequestAlikeAndBooksOnce() {
        var conference = given.conference();
        var shift = given.shift(conference, "10:00", "12:00", Need.of(100)).id();
        for (var volunteer : given.volunteers(conference, 100)) {
            var request = UUID.randomUUID();
            var outcomes = AtOnce.each(
                    IntStream.range(0, 10).boxed().toList(),
                    repetition ->
                            signups.signUp(volunteer, List.of(shift), request).getFirst());
            assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isEqualTo(outcomes.getFirst()));
        }
        assertThat(taken(shift)).isEqualTo(100);
        invariants.assertHoldIn(conference);
    }

    @Test
    void isFreeAgainAsSoonAsSomebodyLeaves() {
        var conference = given.conference();
        var shift = given.shift(conference, "10:00", "12:00", Need.of(5)).id();
        var people = given.volunteers(conference, 10);
        people.subList(0, 5).forEach(volunteer -> take(volunteer, shift));
        for (var round = 0; round < 20; round++) {
            AtOnce.each(people, volunteer -> {
                if (leaving.leave(volunteer, List.of(shift)).left() == 0) {
                    take(volunteer, shift);
                }
                return volunteer;
            });
            assertThat(taken(shift)).isEqualTo(confirmedOn(shift)).isBetween(0, 5);
        }
        invariants.assertHoldIn(conference);
    }

    private SignupOutcome take(VolunteerId volunteer, ShiftId shift) {
        return signups.signUp(volunteer, List.of(shift), UUID.randomUUID()).getFirst();
    }

    private int taken(ShiftId shift) {
        return number("select taken from shift where shift_id = '%s'".formatted(shift.shiftId()));
    }

    private int confirmedOn(ShiftId shift) {
        return number(
                "select count(*) from signup where state = 'CONFIRMED' and shift_id = '%s'".formatted(shift.shiftId()));
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
