package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.conference.Conference;
import org.manyhands.operations.Invariants;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people who give each other their shifts, or nothing. */
@IntegrationTest
class SwapTests {

    @Autowired
    private Given given;

    @Autowired
    private Swaps swaps;

    @Autowired
    private SwapList list;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private Invariants invariants;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Shift morning;
    private Shift evening;
    private VolunteerId ida;
    private VolunteerId jun;

    @BeforeEach
    void twoFullShifts() {
        conference = given.conference();
        morning = given.shift(conference, "08:00", "10:00", Need.of(1));
        evening = given.shift(conference, "18:00", "20:00", Need.of(2));
        ida = given.volunteer(conference, "Ida Moreau");
        jun = given.volunteer(conference, "Jun Ito");
        given.signUp(ida, morning);
        given.signUp(jun, evening);
    }

    @Test
    void changesBothAtOnce() {
        assertThat(offer(ida)).isEqualTo(new SwapOutcome.Offered());
        assertThat(swaps.accept(jun, seenBy(jun))).isEqualTo(new SwapOutcome.Swapped());
        assertThat(has(ida, evening) && has(jun, morning)).isTrue();
        assertThat(has(ida, morning) || has(jun, evening)).isFalse();
        assertThat(list.forThem(jun, Instant.now())).isEmpty();
    }

    @Test
    void answersTheSameYesAlike() {
        offer(ida);
        var id = seenBy(jun);
        assertThat(swaps.accept(jun, id)).isEqualTo(new SwapOutcome.Swapped());
        assertThat(swaps.accept(jun, id)).isEqualTo(new SwapOutcome.Swapped());
        assertThat(has(ida, evening) && has(jun, morning)).isTrue();
    }

    @Test
    void swapsShiftsThatOverlap() {
        var early = given.shift(conference, "09:00", "11:00", Need.of(1));
        var noor = given.volunteer(conference);
        given.signUp(noor, early);
        swaps.offer(ida, morning.id(), early.id());
        assertThat(swaps.accept(noor, seenBy(noor))).isEqualTo(new SwapOutcome.Swapped());
        assertThat(has(ida, early) && has(noor, morning)).isTrue();
    }

    @Test
    void keepsTheAskersNameToThemselvesUnlessTheyShowIt() {
        offer(ida);
        assertThat(list.forThem(jun, Instant.now()))
                .singleElement()
                .satisfies(offer -> assertThat(offer.asker()).isNull());
        jdbc.sql("update volunteer set shown_to_crew = true where volunteer_id = ?")
                .param(ida.volunteerId())
                .update();
        assertThat(list.forThem(jun, Instant.now()))
                .singleElement()
                .satisfies(offer -> assertThat(offer.asker()).isEqualTo("Ida Moreau"));
    }

    @Test
    void isOfferedOnce() {
        offer(ida);
        offer(ida);
        assertThat(list.byThem(ida, Instant.now())).hasSize(1);
    }

    @Test
    void goesToTheFirstYes() {
        var noor = given.volunteer(conference);
        given.signUp(noor, evening);
        offer(ida);
        var id = seenBy(jun);
        var outcomes = AtOnce.each(List.of(jun, noor), somebody -> swaps.accept(somebody, id));
        assertThat(outcomes).containsExactlyInAnyOrder(new SwapOutcome.Swapped(), new SwapOutcome.Gone());
        assertThat(holding(morning)).isOne();
        assertThat(holding(evening)).isEqualTo(2);
    }

    @Test
    void isForThoseOnTheWantedShiftAlone() {
        offer(ida);
        var id = seenBy(jun);
        assertThat(swaps.accept(given.volunteer(conference), id)).isEqualTo(new SwapOutcome.Gone());
        assertThat(swaps.accept(ida, id)).isEqualTo(new SwapOutcome.Gone());
        var elsewhere = given.volunteer(given.conference());
        assertThatThrownBy(() -> swaps.accept(elsewhere, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> swaps.callOff(jun, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void isRefusedToWhoeverIsBusyThen() {
        given.signUp(jun, given.shift(conference, "09:00", "11:00", Need.of(1)));
        offer(ida);
        assertThat(swaps.accept(jun, seenBy(jun)))
                .isInstanceOfSatisfying(
                        SwapOutcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("NO_OVERLAP"));
        assertThat(has(ida, morning) && has(jun, evening)).isTrue();
    }

    @Test
    void doesNotHappenWhereItDoesNotFitTheOtherOneAnyMore() {
        offer(ida);
        given.signUp(ida, given.shift(conference, "19:00", "21:00", Need.of(1)));
        assertThat(swaps.accept(jun, seenBy(jun))).isEqualTo(new SwapOutcome.DoesNotFitThem());
        assertThat(has(ida, morning) && has(jun, evening)).isTrue();
    }

    @Test
    void isGoneWithTheShiftItWasFor() {
        offer(ida);
        var id = seenBy(jun);
        leaving.leave(ida, List.of(morning.id()));
        assertThat(list.forThem(jun, Instant.now())).isEmpty();
        assertThat(swaps.accept(jun, id)).isEqualTo(new SwapOutcome.Gone());
        assertThat(has(jun, evening)).isTrue();
    }

    @Test
    void canBeCalledOff() {
        offer(ida);
        var id = seenBy(jun);
        assertThat(swaps.callOff(ida, id)).isTrue();
        assertThat(swaps.callOff(ida, id)).isFalse();
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'signup.swap-called-off' and subject_id = "
                                + "(select signup_id from swap_offer where swap_offer_id = ?)")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("written down once")
                .isOne();
        assertThat(swaps.accept(jun, id)).isEqualTo(new SwapOutcome.Gone());
    }

    @Test
    void neverHappensByHalvesWhileBothLeave() {
        for (var round = 0; round < 20; round++) {
            given.signUp(ida, morning);
            given.signUp(jun, evening);
            offer(ida);
            var offers = list.forThem(jun, Instant.now());
            AtOnce.run(
                    () -> offers.forEach(offer -> swaps.accept(jun, offer.id())),
                    () -> leaving.leave(ida, List.of(morning.id())),
                    () -> leaving.leave(jun, List.of(evening.id())));
            assertThat(holding(morning) + holding(evening)).isLessThanOrEqualTo(2);
            assertThat(taken(morning)).isEqualTo(holding(morning));
            assertThat(taken(evening)).isEqualTo(holding(evening));
            leaving.leave(ida, List.of(morning.id(), evening.id()));
            leaving.leave(jun, List.of(morning.id(), evening.id()));
        }
        invariants.assertHoldIn(conference);
    }

    /** Either the swap or the other shift: the asker waits for the wanted one, so both are changes of what they have. */
    @Test
    void tearsNobodyWhoTakesAnotherShiftWhileTheirSwapIsAccepted() {
        for (var round = 0; round < 20; round++) {
            twoFullShifts();
            given.signUp(given.volunteer(conference), evening);
            signups.signUpOrWait(ida, evening.id(), UUID.randomUUID());
            var clash = given.shift(conference, "17:00", "19:00", Need.of(1));
            offer(ida);
            var id = seenBy(jun);
            AtOnce.run(() -> swaps.accept(jun, id), () -> given.signUp(ida, clash));
            assertThat(has(ida, evening) ^ has(ida, clash)).isTrue();
            assertThat(has(jun, morning)).isEqualTo(has(ida, evening));
            assertThat(has(jun, evening)).isEqualTo(has(ida, morning));
            invariants.assertHoldIn(conference);
        }
    }

    private SwapOutcome offer(VolunteerId volunteer) {
        return swaps.offer(volunteer, morning.id(), evening.id());
    }

    private UUID seenBy(VolunteerId volunteer) {
        return list.forThem(volunteer, Instant.now()).getFirst().id();
    }

    private boolean has(VolunteerId volunteer, Shift shift) {
        return jdbc.sql("""
                        select exists (select from signup where volunteer_id = ? and shift_id = ? and state = 'CONFIRMED')
                        """)
                .params(volunteer.volunteerId(), shift.id().shiftId())
                .query(Boolean.class)
                .single();
    }

    private int holding(Shift shift) {
        return number("select count(*) from signup where state = 'CONFIRMED' and shift_id = ?", shift);
    }

    private int taken(Shift shift) {
        return number("select taken from shift where shift_id = ?", shift);
    }

    private int number(String sql, Shift shift) {
        return jdbc.sql(sql).param(shift.id().shiftId()).query(Integer.class).single();
    }
}
