package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets a place that becomes free, and when, and when not. */
@IntegrationTest
class WaitlistTests {

    @Autowired
    private Given given;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private Offers offers;

    @Autowired
    private Waitlist waitlist;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Shift desk;
    private VolunteerId ida;
    private VolunteerId jun;
    private VolunteerId noor;

    @BeforeEach
    void aFullShift() {
        conference = given.conference();
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        ida = given.volunteer(conference);
        jun = given.volunteer(conference);
        noor = given.volunteer(conference);
        given.signUp(ida, desk);
    }

    @Test
    void tellsThePlaceInLine() {
        assertThat(await(jun)).isEqualTo(waiting(jun, 1));
        assertThat(await(noor)).isEqualTo(waiting(noor, 2));
        assertThat(number("select waiting from shift where shift_id = ?")).isEqualTo(2);
    }

    @Test
    void givesAPlaceAtOnceWhereThereIsOne() {
        var empty = given.shift(conference, "12:00", "13:00", Need.of(1));
        assertThat(signups.signUpOrWait(jun, empty.id(), UUID.randomUUID()))
                .isInstanceOf(SignupOutcome.Confirmed.class);
    }

    @Test
    void letsNobodyWaitForWhatTheyCouldNotTakeAnyway() {
        given.signUp(jun, given.shift(conference, "09:00", "11:00", Need.of(1)));
        assertThat(await(jun))
                .isInstanceOfSatisfying(
                        SignupOutcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("NO_OVERLAP"));
    }

    @Test
    void servesFirstComeFirst() {
        await(jun);
        await(noor);
        leave(ida);
        assertThat(state(jun)).isEqualTo("CONFIRMED");
        assertThat(state(noor)).isEqualTo("WAITLISTED");
        leave(jun);
        assertThat(state(noor)).isEqualTo("CONFIRMED");
    }

    @Test
    void passesOverWhoeverIsBusyByThenAndKeepsTheirPlace() {
        await(jun);
        await(noor);
        var other = given.shift(conference, "09:00", "11:00", Need.of(1));
        given.signUp(jun, other);
        leave(ida);
        assertThat(state(jun)).isEqualTo("WAITLISTED");
        assertThat(state(noor)).isEqualTo("CONFIRMED");
        leaving.leave(jun, List.of(other.id()));
        leave(noor);
        assertThat(state(jun)).isEqualTo("CONFIRMED");
    }

    @Test
    void servesWhoeverMadeRoomInTheirOwnDay() {
        await(jun);
        var other = given.shift(conference, "09:00", "11:00", Need.of(1));
        given.signUp(jun, other);
        leave(ida);
        assertThat(state(jun)).isEqualTo("WAITLISTED");
        waitlist.serve(leaving.leave(jun, List.of(other.id())).toServe());
        assertThat(state(jun)).isEqualTo("CONFIRMED");
    }

    @Test
    void keepsAFreedPlaceFromNewcomersUntilItIsServed() {
        await(jun);
        leaving.leave(ida, List.of(desk.id()));
        assertThat(signups.signUp(noor, List.of(desk.id()), UUID.randomUUID()))
                .singleElement()
                .isInstanceOfSatisfying(
                        SignupOutcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("HAS_ROOM"));
        waitlist.sweep();
        assertThat(state(jun)).isEqualTo("CONFIRMED");
    }

    @Test
    void leavesAFreedPlaceToNewcomersWhereNobodyInLineCanTakeIt() {
        await(jun);
        given.signUp(jun, given.shift(conference, "09:00", "11:00", Need.of(1)));
        leave(ida);
        given.signUp(noor, desk);
        assertThat(state(noor)).isEqualTo("CONFIRMED");
    }

    @Test
    void letsTheFirstInLineTakeTheFreedPlaceThemselves() {
        await(jun);
        await(noor);
        leaving.leave(ida, List.of(desk.id()));
        given.signUp(noor, desk);
        assertThat(state(noor)).isEqualTo("WAITLISTED");
        given.signUp(jun, desk);
        assertThat(state(jun)).isEqualTo("CONFIRMED");
    }

    @Test
    void doesNotReturnWhoeverLeavesToTheHeadOfTheLine() {
        await(jun);
        await(noor);
        leave(ida);
        leave(jun);
        assertThat(await(jun)).isEqualTo(waiting(jun, 1));
        assertThat(state(noor)).isEqualTo("CONFIRMED");
        await(ida);
        leave(noor);
        assertThat(state(jun)).isEqualTo("CONFIRMED");
        assertThat(state(ida)).isEqualTo("WAITLISTED");
    }

    @Test
    void forgetsWhoeverLeavesTheLine() {
        await(jun);
        await(noor);
        leave(jun);
        leave(ida);
        assertThat(state(jun)).isEqualTo("WITHDRAWN");
        assertThat(state(noor)).isEqualTo("CONFIRMED");
    }

    @Test
    void servesNobodyOnceSignUpIsClosed() {
        await(jun);
        jdbc.sql("update conference set signup_closes_at = now() - interval '1 hour' where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        leave(ida);
        waitlist.sweep();
        assertThat(state(jun)).isEqualTo("WAITLISTED");
    }

    @Test
    void servesNobodyOnceTheShiftHasBegun() {
        await(jun);
        begun();
        jdbc.sql("update signup set state = 'WITHDRAWN', left_at = now() where volunteer_id = ?")
                .param(ida.volunteerId())
                .update();
        waitlist.serve(List.of(desk.id()));
        waitlist.sweep();
        assertThat(state(jun)).isEqualTo("WAITLISTED");
    }

    @Test
    void offersALatePlaceInsteadOfGivingIt() {
        soon();
        await(jun);
        leave(ida);
        assertThat(state(jun)).isEqualTo("OFFERED");
        assertThat(number("select taken from shift where shift_id = ?")).isOne();
        assertThat(offers.accept(jun, desk.id())).isEqualTo(Offers.Answer.ACCEPTED);
        assertThat(state(jun)).isEqualTo("CONFIRMED");
        assertThat(offers.accept(jun, desk.id())).isEqualTo(Offers.Answer.THEIRS_ALREADY);
    }

    @Test
    void goesOnToTheNextWhenAnOfferRanOut() {
        soon();
        await(jun);
        await(noor);
        leave(ida);
        runOut(jun);
        assertThat(offers.accept(jun, desk.id())).isEqualTo(Offers.Answer.RAN_OUT);
        waitlist.sweep();
        assertThat(offers.accept(jun, desk.id())).isEqualTo(Offers.Answer.NONE_OFFERED);
        assertThat(state(jun)).isEqualTo("REMOVED");
        assertThat(state(noor)).isEqualTo("OFFERED");
    }

    @Test
    void goesOnToTheNextWhenSomebodySaysNo() {
        soon();
        await(jun);
        await(noor);
        leave(ida);
        leave(jun);
        assertThat(state(jun)).isEqualTo("WITHDRAWN");
        assertThat(state(noor)).isEqualTo("OFFERED");
    }

    @Test
    void answersARepeatedRequestThatThePlaceIsKeptAndNotYetTheirs() {
        soon();
        var request = UUID.randomUUID();
        signups.signUpOrWait(jun, desk.id(), request);
        leave(ida);
        assertThat(signups.signUpOrWait(jun, desk.id(), request)).isInstanceOf(SignupOutcome.Offered.class);
    }

    @Test
    void answersARepeatedRequestWithThePlaceByNow() {
        var request = UUID.randomUUID();
        signups.signUpOrWait(jun, desk.id(), request);
        await(noor);
        assertThat(signups.signUpOrWait(jun, desk.id(), request)).isEqualTo(waiting(jun, 1));
        leave(ida);
        assertThat(signups.signUpOrWait(jun, desk.id(), request)).isInstanceOf(SignupOutcome.Confirmed.class);
        assertThat(number("select count(*) from signup where shift_id = ?")).isEqualTo(3);
    }

    private SignupOutcome await(VolunteerId volunteer) {
        return signups.signUpOrWait(volunteer, desk.id(), UUID.randomUUID());
    }

    private SignupOutcome waiting(VolunteerId volunteer, int place) {
        var signup = jdbc.sql(
                        "select signup_id from signup where volunteer_id = ? and shift_id = ? and state = 'WAITLISTED'")
                .params(volunteer.volunteerId(), desk.id().shiftId())
                .query(UUID.class)
                .single();
        return new SignupOutcome.Waitlisted(desk.id(), new SignupId(signup), place);
    }

    private void leave(VolunteerId volunteer) {
        waitlist.serve(leaving.leave(volunteer, List.of(desk.id())).toServe());
    }

    /** The conference's cut-off lies before now, the shift after. */
    private void soon() {
        jdbc.sql("update timeslot set during = tstzrange(:start, :end) where timeslot_id = :id")
                .param("start", Timestamp.from(Instant.now().plusSeconds(3 * 3600)))
                .param("end", Timestamp.from(Instant.now().plusSeconds(5 * 3600)))
                .param("id", desk.timeslotId().timeslotId())
                .update();
    }

    private void begun() {
        jdbc.sql("update timeslot set during = tstzrange(:start, :end) where timeslot_id = :id")
                .param("start", Timestamp.from(Instant.now().minusSeconds(3600)))
                .param("end", Timestamp.from(Instant.now().plusSeconds(3600)))
                .param("id", desk.timeslotId().timeslotId())
                .update();
    }

    private void runOut(VolunteerId volunteer) {
        jdbc.sql(
                        "update signup set offered_until = now() - interval '1 second' where volunteer_id = ? and state = 'OFFERED'")
                .param(volunteer.volunteerId())
                .update();
    }

    private String state(VolunteerId volunteer) {
        return jdbc.sql("""
                        select state from signup where volunteer_id = ? and shift_id = ? order by place_in_line desc limit 1
                        """)
                .params(volunteer.volunteerId(), desk.id().shiftId())
                .query(String.class)
                .single();
    }

    private int number(String sql) {
        return jdbc.sql(sql).param(desk.id().shiftId()).query(Integer.class).single();
    }
}
