package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.conference.Conference;
import org.manyhands.shared.Flash;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A shift for which somebody looks for somebody else. */
@IntegrationTest
class CoverTests {

    @Autowired
    private Given given;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private Covers covers;

    @Autowired
    private MockMvcTester mvc;

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
    void staysWithWhoeverAsksUntilItIsTaken() {
        assertThat(covers.ask(ida, desk.id())).isTrue();
        assertThat(state(ida)).isEqualTo("CONFIRMED");
        assertThat(number("cover_wanted")).isOne();
        assertThat(take(jun)).contains(confirmed(jun));
        assertThat(state(ida)).isEqualTo("WITHDRAWN");
        assertThat(number("taken")).isOne();
        assertThat(number("cover_wanted")).isZero();
    }

    @Test
    void isAskedForByNobodyWhoIsNotOnIt() {
        var answer = mvc.post()
                .uri("/{c}/shifts/{id}/cover", conference.slug(), desk.id().shiftId())
                .with(SignedInAs.account(given.account("stranger-" + Given.number() + "@example.org")))
                .with(csrf())
                .exchange();
        assertThat(answer)
                .flash()
                .containsEntry(
                        Flash.NAME,
                        Flash.notDone("cover.not-yours").beside(desk.id().shiftId()));
        assertThat(covers.ask(jun, desk.id())).isFalse();
    }

    @Test
    void isTakenOnce() {
        covers.ask(ida, desk.id());
        take(jun);
        assertThat(take(noor)).isEmpty();
        assertThat(state(jun)).isEqualTo("CONFIRMED");
    }

    @Test
    void isForTheFirstInLineAlsoBeforeTheLineIsServed() {
        signups.signUpOrWait(noor, desk.id(), UUID.randomUUID());
        covers.ask(ida, desk.id());
        assertThat(take(jun)).get().isInstanceOf(SignupOutcome.Refused.class);
        waitlist.serve(List.of(desk.id()));
        assertThat(state(noor)).isEqualTo("CONFIRMED");
    }

    @Test
    void isForAnybodyWhereTheLineIsOnlyAsked() {
        jdbc.sql("update conference set waitlist_cutoff = interval '7 days' where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        desk = given.shift(
                conference,
                given.timeslot(conference, -28, "08:00", "10:00"),
                given.role(conference, "Late desk"),
                given.place(conference, "Late lobby"),
                Need.of(1));
        given.signUp(ida, desk);
        signups.signUpOrWait(noor, desk.id(), UUID.randomUUID());
        covers.ask(ida, desk.id());
        assertThat(take(jun)).contains(confirmed(jun));
    }

    @Test
    void isNotTakenOverByWhoeverAsks() {
        covers.ask(ida, desk.id());
        assertThat(take(ida)).isEmpty();
        assertThat(state(ida)).isEqualTo("CONFIRMED");
    }

    @Test
    void answersARepeatedTakeAlike() {
        covers.ask(ida, desk.id());
        var request = UUID.randomUUID();
        var first = covers.take(jun, desk.id(), request, false);
        assertThat(covers.take(jun, desk.id(), request, false)).isEqualTo(first);
    }

    @Test
    void isTakenByNobodyWhoIsBusyThen() {
        given.signUp(jun, given.shift(conference, "09:00", "11:00", Need.of(1)));
        covers.ask(ida, desk.id());
        assertThat(take(jun))
                .get()
                .isInstanceOfSatisfying(
                        SignupOutcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("NO_OVERLAP"));
        assertThat(state(ida)).isEqualTo("CONFIRMED");
    }

    @Test
    void goesAtOnceToTheFirstInLine() {
        signups.signUpOrWait(jun, desk.id(), UUID.randomUUID());
        signups.signUpOrWait(noor, desk.id(), UUID.randomUUID());
        covers.ask(ida, desk.id());
        waitlist.serve(List.of(desk.id()));
        assertThat(state(ida)).isEqualTo("WITHDRAWN");
        assertThat(state(jun)).isEqualTo("CONFIRMED");
        assertThat(state(noor)).isEqualTo("WAITLISTED");
        assertThat(number("cover_wanted")).isZero();
    }

    @Test
    void canBeCalledOff() {
        covers.ask(ida, desk.id());
        assertThat(covers.callOff(ida, desk.id())).isTrue();
        assertThat(number("cover_wanted")).isZero();
        assertThat(take(jun)).isEmpty();
        assertThat(covers.callOff(ida, desk.id())).isFalse();
    }

    @Test
    void isTheOnlyWayOutPastTheRolesDeadline() {
        leaveBy(336);
        closeTo();
        var left = leaving.leave(ida, List.of(desk.id()));
        assertThat(left.left()).isZero();
        assertThat(left.tooLate()).containsExactly(desk.id());
        assertThat(state(ida)).isEqualTo("CONFIRMED");
        covers.ask(ida, desk.id());
        assertThat(take(jun)).contains(confirmed(jun));
    }

    private void leaveBy(int hours) {
        jdbc.sql("update role set leave_by_hours = ? where role_id = ?")
                .params(hours, desk.roleId().roleId())
                .update();
    }

    private void closeTo() {
        jdbc.sql("""
                        update timeslot set during = tstzrange(now() + interval '2 days', now() + interval '51 hours')
                        where timeslot_id = ?
                        """).param(desk.timeslotId().timeslotId()).update();
    }

    private Optional<SignupOutcome> take(VolunteerId volunteer) {
        return covers.take(volunteer, desk.id(), UUID.randomUUID(), false);
    }

    private SignupOutcome confirmed(VolunteerId volunteer) {
        return new SignupOutcome.Confirmed(
                desk.id(),
                new SignupId(jdbc.sql(
                                "select signup_id from signup where volunteer_id = ? and shift_id = ? and state = 'CONFIRMED'")
                        .params(volunteer.volunteerId(), desk.id().shiftId())
                        .query(UUID.class)
                        .single()));
    }

    private String state(VolunteerId volunteer) {
        return jdbc.sql("""
                        select state from signup where volunteer_id = ? and shift_id = ? order by place_in_line desc limit 1
                        """)
                .params(volunteer.volunteerId(), desk.id().shiftId())
                .query(String.class)
                .single();
    }

    private int number(String column) {
        return jdbc.sql("select " + column + " from shift where shift_id = ?")
                .param(desk.id().shiftId())
                .query(Integer.class)
                .single();
    }
}
