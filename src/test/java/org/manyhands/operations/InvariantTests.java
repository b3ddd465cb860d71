package org.manyhands.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyhands.operations.Invariant.IN_TWO_PLACES;
import static org.manyhands.operations.Invariant.LINE_MISCOUNTED;
import static org.manyhands.operations.Invariant.MAIL_MISSING;
import static org.manyhands.operations.Invariant.MAIL_STUCK;
import static org.manyhands.operations.Invariant.ON_A_SHIFT_TWICE;
import static org.manyhands.operations.Invariant.OVERFULL;
import static org.manyhands.operations.Invariant.ROLE_NOT_CLEARED;
import static org.manyhands.operations.Invariant.TAKEN_MISCOUNTED;
import static org.manyhands.operations.Invariant.TIME_DIFFERS;
import static org.manyhands.operations.Invariant.WAITER_PASSED_OVER;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.conference.Conference;
import org.manyhands.mail.MailWay;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each invariant finds once the data is broken by force, and that it finds nothing in what the application does.
 * All of it is rolled back, the constraints that have to be taken away for it included: in PostgreSQL, that is possible.
 */
@IntegrationTest
@Transactional
class InvariantTests {

    @Autowired
    private Given given;

    @Autowired
    private Invariants invariants;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Conference conference;
    private Shift desk;
    private Shift hall;
    private VolunteerId robin;

    /** Robin has one shift and left another; a second person waits for nothing. */
    @BeforeEach
    void signUp() {
        conference = given.conference();
        desk = given.shift(conference, "08:00", "10:00", Need.of(2));
        hall = given.shift(conference, "09:00", "11:00", Need.of(2));
        robin = given.volunteer(conference);
        given.signUp(robin, hall);
        given.withdraw(robin, hall);
        given.signUp(robin, desk);
    }

    @Test
    void holdWhateverTheApplicationDid() {
        invariants.assertHoldIn(conference);
    }

    @Test
    void noticeACounterThatIsWrong() {
        sql("update shift set taken = taken + 1 where shift_id = ?", desk.id().shiftId());
        assertThat(invariants.brokenIn(conference)).containsExactly(TAKEN_MISCOUNTED);
    }

    @Test
    void noticeACounterOfAShiftThatNobodyIsOn() {
        sql("update shift set taken = taken + 1 where shift_id = ?", hall.id().shiftId());
        assertThat(invariants.brokenIn(conference)).containsExactly(TAKEN_MISCOUNTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"waiting", "cover_wanted"})
    void noticeALineThatIsCountedWrong(String counter) {
        sql(
                "update shift set %1$s = %1$s + 1 where shift_id = ?".formatted(counter),
                desk.id().shiftId());
        assertThat(invariants.brokenIn(conference)).containsExactly(LINE_MISCOUNTED);
    }

    @Test
    void noticeAShiftWithMorePeopleThanItsMaximum() {
        jdbc.sql("alter table shift drop constraint shift_has_room_for_its_people")
                .update();
        sql("update shift set reserved = 2 where shift_id = ?", desk.id().shiftId());
        assertThat(invariants.brokenIn(conference)).containsExactly(OVERFULL);
    }

    @Test
    void noticeAPersonInTwoPlaces() {
        jdbc.sql("alter table signup drop constraint signup_never_in_two_places")
                .update();
        forgetAddress(robin);
        force(robin, hall, "CONFIRMED");
        assertThat(invariants.brokenIn(conference)).containsExactly(IN_TWO_PLACES);
    }

    @Test
    void noticeAPersonOnAShiftTwice() {
        jdbc.sql("drop index signup_once_per_shift").update();
        force(robin, desk, "WAITLISTED");
        assertThat(invariants.brokenIn(conference)).containsExactly(ON_A_SHIFT_TWICE);
    }

    @Test
    void noticeASignupForAnotherTimeThanTheShifts() {
        jdbc.sql("alter table signup drop constraint signup_shift_id_busy_fkey").update();
        sql(
                "update signup set busy = tstzrange(upper(busy), upper(busy) + interval '1 hour') where shift_id = ?",
                desk.id().shiftId());
        assertThat(invariants.brokenIn(conference)).containsExactly(TIME_DIFFERS);
    }

    @Test
    void noticeAPlaceInARoleThatNeedsABriefingFirst() {
        sql(
                "update role set needs = 'BRIEFING' where role_id = (select role_id from shift where shift_id = ?)",
                desk.id().shiftId());
        assertThat(invariants.brokenIn(conference)).containsExactly(ROLE_NOT_CLEARED);
        sql("""
            insert into role_clearance (role_clearance_id, conference_id, volunteer_id, role_id, state, decided_at, granted_at)
            select gen_random_uuid(), shift.conference_id, volunteer_id, role_id, 'GRANTED', signed_up_at, signed_up_at
            from signup join shift using (shift_id) where shift_id = ?
            """, desk.id().shiftId());
        assertThat(invariants.brokenIn(conference)).isEmpty();
        sql("""
            update role_clearance set state = 'DECLINED', taken_back_at = granted_at - interval '3 minutes'
            where role_id = (select role_id from shift where shift_id = ?)
            """, desk.id().shiftId());
        assertThat(invariants.brokenIn(conference)).containsExactly(ROLE_NOT_CLEARED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1 hour", "1 hour"})
    void leaveWhoeverWasThereBeforeTheRoleNeededSomething(String later) {
        sql("""
            update role set needs = 'BRIEFING', needs_since = (
                select signed_up_at + interval '%s' from signup where shift_id = ?) where role_id in (
                select role_id from shift where conference_id = role.conference_id)
            """.formatted(later), desk.id().shiftId());
        if (later.startsWith("-")) {
            assertThat(invariants.brokenIn(conference)).containsExactly(ROLE_NOT_CLEARED);
        } else {
            assertThat(invariants.brokenIn(conference)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"YOU_ARE_IN", "YOU_LEFT"})
    void noticeAChangeThatNobodyWasToldOf(String kind) {
        var signup = kind.equals("YOU_LEFT") ? hall : desk;
        jdbc.sql("delete from mail where kind = ? and about in (select signup_id from signup where shift_id = ?)")
                .param(kind)
                .param(signup.id().shiftId())
                .update();
        assertThat(invariants.brokenIn(conference)).containsExactly(MAIL_MISSING);
    }

    @Test
    void takeTheMailOfAnEarlierVersionForIt() {
        sql(
                "update signup set version = version + 1 where conference_id = ?",
                conference.id().conferenceId());
        invariants.assertHoldIn(conference);
    }

    @Test
    void askForNoMailToThoseWithoutAnAddress() {
        sql("delete from mail where conference_id = ?", conference.id().conferenceId());
        forgetAddress(robin);
        invariants.assertHoldIn(conference);
    }

    @Test
    void noticeAMailThatNobodyTakes() {
        assertThat(stuck("next_try_at = :now - interval '14 minutes'")).isZero();
        assertThat(stuck("next_try_at = :now - interval '16 minutes'")).isEqualTo(4);
    }

    @Test
    void leaveAMailToThePostmanWhoHasIt() {
        var due = "next_try_at = :now - interval '1 hour', lease_owner = gen_random_uuid(), ";
        assertThat(stuck(due + "leased_until = :now + interval '1 minute'")).isZero();
        assertThat(stuck(due + "leased_until = :now - interval '14 minutes'")).isZero();
        assertThat(stuck(due + "leased_until = :now - interval '16 minutes'")).isEqualTo(4);
    }

    @Test
    void askForNoMailToBeSentWhereNoneIsToBeSent() {
        set("mail", "next_try_at = :now - interval '1 hour'");
        invariants.assertHoldIn(conference);
    }

    @Test
    void noticeSomebodyWhoWaitsForAFreePlace() {
        force(given.volunteer(conference), desk, "WAITLISTED");
        assertThat(invariants.brokenIn(conference)).containsExactly(WAITER_PASSED_OVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shift: published = false",
                "shift: reserved = 1",
                "role: needs = 'BRIEFING'",
                "conference: published = false",
                "conference: signup_opens_at = :now - interval '1 minute'",
                "conference: signup_closes_at = :now",
                "signup: signed_up_at = :now - interval '1 minute'",
                "timeslot: during = tstzrange(:now, :now + interval '2 hours'), label = cast(timeslot_id as text)",
            })
    void takeNobodyForPassedOverWhoCannotHaveThePlace(String change) {
        force(given.volunteer(conference), desk, "WAITLISTED");
        var parts = change.split(": ");
        set(parts[0], parts[1]);
        assertThat(invariants.brokenIn(conference)).doesNotContain(WAITER_PASSED_OVER);
    }

    @Test
    void takeNobodyForPassedOverWhoIsElsewhere() {
        force(robin, hall, "WAITLISTED");
        set("signup", "left_at = :now - interval '1 hour'", "and left_at is not null");
        invariants.assertHoldIn(conference);
    }

    /** Robin has two hours at the desk and waits for two hours in the hall, on the same day, two hours later. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "conference: rest_between_shifts = interval '3 hours'",
                "conference: hours_a_day_at_most = 3",
                "conference: first_shifts_at_most = 1, signup_opens_at = :now - interval '1 day'",
                "volunteer: hours_a_day_at_most = 3",
                "volunteer: hours_at_most = 3",
            })
    void takeNobodyForPassedOverWhomALimitHolds(String change) {
        force(robin, given.shift(conference, "12:00", "14:00", Need.of(2)), "WAITLISTED");
        set("signup", "left_at = :now - interval '1 hour'", "and left_at is not null");
        assertThat(invariants.brokenIn(conference)).containsExactly(WAITER_PASSED_OVER);
        var parts = change.split(": ");
        set(parts[0], parts[1]);
        invariants.assertHoldIn(conference);
        set(parts[0], parts[1].replaceAll("= 3|= 1", "= 4").replace("'3 hours'", "'1 hour'"));
        assertThat(invariants.brokenIn(conference)).containsExactly(WAITER_PASSED_OVER);
    }

    /** New York's clocks went back an hour on 1 November 2026: three days from the day before are 73 hours. */
    @Test
    void countFirstDaysByTheConferencesOwnClock() {
        force(robin, given.shift(conference, "12:00", "14:00", Need.of(2)), "WAITLISTED");
        set("signup", "signed_up_at = timestamptz '2026-10-31 10:00Z', left_at = left_at - interval '1 year'");
        set(
                "conference",
                "first_shifts_at_most = 1, first_days = 3, signup_opens_at = timestamptz '2026-10-31 09:00 America/New_York'");
        assertThat(brokenAt("2026-11-03T13:55:00Z")).doesNotContain(WAITER_PASSED_OVER);
        assertThat(brokenAt("2026-11-03T14:05:00Z")).contains(WAITER_PASSED_OVER);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void giveTheSweepTwoMinutesOnceAPlaceOrAPersonIsFree(boolean samePerson) {
        var waiter = samePerson ? robin : given.volunteer(conference);
        given.withdraw(robin, desk);
        force(waiter, samePerson ? hall : desk, "WAITLISTED");
        invariants.assertHoldIn(conference);
        set("signup", "left_at = :now - interval '3 minutes'", "and left_at is not null");
        assertThat(invariants.brokenIn(conference)).containsExactly(WAITER_PASSED_OVER);
    }

    private List<Invariant> brokenAt(String instant) {
        var then = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
        return new Invariants(new InvariantCheck(jdbc, then, MailWay.TO_LOCAL_MAILBOX), jdbc, then)
                .brokenIn(conference);
    }

    /** How many mails are stuck where mails are sent, which they are not in tests. */
    private int stuck(String change) {
        set("mail", change);
        var check = new InvariantCheck(jdbc, clock, MailWay.TO_SERVER);
        return new Invariants(check, jdbc, clock)
                .brokenIn(conference).stream()
                        .filter(MAIL_STUCK::equals)
                        .toList()
                        .size();
    }

    /** Puts a person on a shift past all rules, an hour ago. */
    private void force(VolunteerId volunteer, Shift shift, String state) {
        jdbc.sql("""
                        insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at)
                        select gen_random_uuid(), conference_id, shift_id, :volunteer, busy, :state, gen_random_uuid(),
                               cast(:now as timestamptz) - interval '1 hour'
                        from shift where shift_id = :shift
                        """)
                .param("volunteer", volunteer.volunteerId())
                .param("state", state)
                .param("now", Timestamp.from(clock.instant()))
                .param("shift", shift.id().shiftId())
                .update();
    }

    private void forgetAddress(VolunteerId volunteer) {
        sql("update volunteer set account_id = null where volunteer_id = ?", volunteer.volunteerId());
    }

    private void set(String table, String change) {
        set(table, change, "");
    }

    private void set(String table, String change, String condition) {
        jdbc.sql("update %s set %s where conference_id = :conference %s"
                        .formatted(table, change.replace(":now", "cast(:now as timestamptz)"), condition))
                .param("now", Timestamp.from(clock.instant()))
                .param("conference", conference.id().conferenceId())
                .update();
    }

    private void sql(String sql, UUID id) {
        jdbc.sql(sql).param(id).update();
    }
}
