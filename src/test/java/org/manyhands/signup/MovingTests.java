package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Moving a timeslot or a shift with people on it: not at all, or with them; never half. */
@IntegrationTest
class MovingTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private Conference conference;
    private Organizer organizer;

    @BeforeEach
    void open() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
    }

    @AfterEach
    void nothingIsAmiss() {
        invariants.assertHoldIn(conference);
    }

    @Test
    void isRefusedAsAWholeWithTheNamesOfThoseWhoHaveAnotherShiftThen() {
        var desk = fiftyOnADeskThreeOfThemTorn();
        assertThat(move(desk, "12:30", "14:30"))
                .hasStatusOk()
                .bodyText()
                .contains("and 42 more are on its shifts. Ann, Ben and Cem have another shift at the new time.")
                .contains("value=\"12:30\"", "name=\"people\" value=\"move\"");
        assertThat(count(desk, "state = 'CONFIRMED' and signup.busy = shift.busy"))
                .isEqualTo(50);
        assertThat(hours(desk)).isEqualTo("08:00-10:00");
        assertThat(mails("SHIFT_MOVED")).isZero();
    }

    @Test
    void isCarriedOutWithThoseInConflictOnTheirList() {
        var desk = fiftyOnADeskThreeOfThemTorn();
        var moved = move(desk, "12:30", "14:30", "people", "move");
        assertThat(moved).hasStatus(HttpStatus.SEE_OTHER).redirectedUrl().endsWith("/organize/conflicts");
        assertThat(organizer.follow(moved))
                .bodyText()
                .contains(
                        "3 people could not go along and stand in this list.",
                        "Mark as settled",
                        "Why they could not go along",
                        "Ann",
                        "Ben",
                        "Cem",
                        "12:00 – 14:00");
        assertThat(hours(desk)).isEqualTo("12:30-14:30");
        assertThat(count(desk, "state = 'CONFIRMED' and signup.busy = shift.busy"))
                .isEqualTo(47);
        assertThat(count(desk, "removed_because = 'CONFLICT' and conflict_rule = 'NO_OVERLAP'"))
                .isEqualTo(3);
        assertThat(taken(desk)).isEqualTo(47);
        assertThat(mails("SHIFT_MOVED")).isEqualTo(47);
        assertThat(mails("SHIFT_CONFLICT")).isEqualTo(3);
    }

    @Test
    void tellsEachMoveOnce() {
        var desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        given.signUp(given.volunteer(conference), desk);
        move(desk, "09:00", "11:00", "people", "move");
        move(desk, "10:00", "12:00", "people", "move");
        assertThat(mails("SHIFT_MOVED")).isEqualTo(2);
    }

    @Test
    void leavesThoseInLineWhereTheyAre() {
        var desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        var people = given.volunteers(conference, 2);
        given.signUp(people.getFirst(), desk);
        signups.signUpOrWait(people.getLast(), desk.id(), UUID.randomUUID());
        given.signUp(people.getLast(), given.shift(conference, "12:00", "14:00", Need.of(1)));
        move(desk, "12:00", "14:00", "people", "move");
        assertThat(count(desk, "state = 'WAITLISTED' and signup.busy = shift.busy"))
                .isOne();
        assertThat(mails("SHIFT_MOVED")).isEqualTo(2);
    }

    @Test
    void givesThePlaceOfSomebodyTornToTheFirstInLine() {
        var desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        var people = given.volunteers(conference, 2);
        given.signUp(people.getFirst(), desk, given.shift(conference, "12:00", "14:00", Need.of(1)));
        signups.signUpOrWait(people.getLast(), desk.id(), UUID.randomUUID());
        move(desk, "12:30", "14:30", "people", "move");
        await().untilAsserted(() -> assertThat(holds(people.getLast(), desk)).isTrue());
    }

    /** At the old time the shift with its new, shorter handover would overlap the next one for a moment. */
    @Test
    void shortensTheHandoverWithoutTearingAnybody() {
        var desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        jdbc.sql("update shift set handover = '30 minutes' where shift_id = ?")
                .param(desk.id().shiftId())
                .update();
        var ida = given.volunteer(conference);
        given.signUp(ida, desk, given.shift(conference, "09:30", "11:30", Need.of(1)));
        assertThat(move(desk, "07:00", "07:40", "people", "move"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .redirectedUrl()
                .endsWith("/organize/timeslots");
        assertThat(count(desk, "state = 'CONFIRMED' and upper(signup.busy) = upper(during) - interval '20 minutes'"))
                .isOne();
    }

    @Test
    void takesPeopleAlongToAnotherTimeslotRoleAndPlace() {
        var desk = given.shift(conference, "08:00", "10:00", Need.of(2));
        var people = given.volunteers(conference, 2);
        people.forEach(each -> given.signUp(each, desk));
        given.signUp(people.getFirst(), given.shift(conference, "13:00", "15:00", Need.of(1)));
        var later = given.timeslot(conference, "12:00", "14:00");
        var form = List.of(
                "timeslot",
                later.id().timeslotId().toString(),
                "role",
                given.role(conference, "Emcee").id().roleId().toString(),
                "place",
                given.place(conference, "Hall").id().placeId().toString(),
                "minimum",
                "2",
                "wanted",
                "2",
                "maximum",
                "2",
                "published",
                "true",
                "version",
                "0");
        assertThat(organizer.post(at(desk), form.toArray(String[]::new)))
                .hasStatusOk()
                .bodyText()
                .contains("has another one at the new time", "name=\"people\" value=\"move\"");
        assertThat(organizer.post(
                        at(desk),
                        Stream.concat(form.stream(), Stream.of("people", "move"))
                                .toArray(String[]::new)))
                .hasStatus(HttpStatus.SEE_OTHER)
                .redirectedUrl()
                .endsWith("/organize/conflicts");
        assertThat(hours(desk)).isEqualTo("12:00-14:00");
        assertThat(count(desk, "state = 'CONFIRMED' and signup.busy = shift.busy"))
                .isOne();
        assertThat(count(desk, "removed_because = 'CONFLICT'")).isOne();
    }

    @Test
    void neverTearsAnybodyWhileTwentySignUpForWhatWouldClash() {
        var deadlocks = invariants.deadlocks();
        for (var round = 0; round < 3; round++) {
            open();
            var desk = given.shift(conference, "08:00", "10:00", Need.of(20));
            var clash = given.shift(conference, "12:00", "14:00", Need.of(20));
            var people = given.volunteers(conference, 20);
            people.forEach(each -> given.signUp(each, desk));
            AtOnce.run(both(
                    people.stream().map(each -> () -> given.signUp(each, clash)),
                    () -> assertThat(move(desk, "12:30", "14:30", "people", "move"))
                            .hasStatus(HttpStatus.SEE_OTHER)));
            assertThat(hours(desk)).isEqualTo("12:30-14:30");
            assertThat(people).allSatisfy(each -> {
                assertThat(holds(each, desk) ^ holds(each, clash)).isTrue();
            });
            assertThat(count(desk, "removed_because = 'CONFLICT'")).isEqualTo(taken(clash));
            assertThat(taken(desk)).isEqualTo(20 - taken(clash));
        }
        assertThat(invariants.deadlocks()).isEqualTo(deadlocks);
    }

    @Test
    void goesTogetherWithWithdrawals() {
        for (var round = 0; round < 3; round++) {
            open();
            var desk = given.shift(conference, "08:00", "10:00", Need.of(20));
            var people = given.volunteers(conference, 20);
            people.forEach(each -> given.signUp(each, desk));
            AtOnce.run(both(
                    people.subList(0, 10).stream().map(each -> () -> leaving.leave(each, List.of(desk.id()))),
                    () -> assertThat(move(desk, "09:00", "11:00", "people", "move"))
                            .hasStatus(HttpStatus.SEE_OTHER)));
            assertThat(taken(desk)).isEqualTo(10);
            assertThat(count(desk, "state = 'CONFIRMED' and signup.busy = shift.busy"))
                    .isEqualTo(10);
            assertThat(count(desk, "state = 'WITHDRAWN'")).isEqualTo(10);
        }
    }

    /** It starts over when somebody new turns up, at most three times; then it says so and has done nothing. */
    @Test
    void isWholeWhileOthersTakeTheShiftItself() {
        for (var round = 0; round < 3; round++) {
            open();
            var desk = given.shift(conference, "08:00", "10:00", Need.of(20));
            given.signUp(given.volunteer(conference), desk);
            var others = given.volunteers(conference, 19);
            AtOnce.run(both(others.stream().map(each -> () -> given.signUp(each, desk)), () -> {
                var status = move(desk, "12:30", "14:30", "people", "move")
                        .getResponse()
                        .getStatus();
                assertThat(status).isIn(303, 503);
                assertThat(hours(desk)).isEqualTo(status == 303 ? "12:30-14:30" : "08:00-10:00");
            }));
            assertThat(count(desk, "state = 'CONFIRMED' and signup.busy = shift.busy"))
                    .isEqualTo(20);
        }
    }

    @Test
    void doesNotMeetAShiftThatComesIntoTheTimeslotAtTheSameTime() {
        for (var round = 0; round < 3; round++) {
            open();
            var desk = given.shift(conference, "08:00", "10:00", Need.of(5));
            var visitor = given.shift(conference, "16:00", "18:00", Need.of(5));
            var evening = given.shift(conference, "11:00", "13:00", Need.of(5));
            var people = given.volunteers(conference, 5);
            people.forEach(each -> given.signUp(each, visitor, evening));
            AtOnce.run(
                    () -> assertThat(move(desk, "12:00", "14:00", "people", "move")
                                    .getResponse()
                                    .getStatus())
                            .isIn(303, 503),
                    () -> assertThat(organizer
                                    .post(
                                            at(visitor),
                                            "timeslot",
                                            desk.timeslotId().timeslotId().toString(),
                                            "role",
                                            visitor.roleId().roleId().toString(),
                                            "place",
                                            visitor.placeId().placeId().toString(),
                                            "minimum",
                                            "5",
                                            "wanted",
                                            "5",
                                            "maximum",
                                            "5",
                                            "published",
                                            "true",
                                            "version",
                                            "0",
                                            "people",
                                            "move")
                                    .getResponse()
                                    .getStatus())
                            .isIn(200, 303, 503));
            assertThat(count(visitor, "state = 'CONFIRMED' and signup.busy <> shift.busy"))
                    .isZero();
            assertThat(taken(visitor)).isEqualTo(count(visitor, "state = 'CONFIRMED'"));
        }
    }

    private Shift fiftyOnADeskThreeOfThemTorn() {
        var desk = given.shift(conference, "08:00", "10:00", Need.of(50));
        var stage = given.shift(conference, "12:00", "14:00", Need.of(3));
        given.volunteers(conference, 47).forEach(each -> given.signUp(each, desk));
        for (var name : List.of("Ann", "Ben", "Cem")) {
            given.signUp(given.volunteer(conference, name), desk, stage);
        }
        return desk;
    }

    private MvcTestResult move(Shift shift, String from, String to, String... more) {
        var version = jdbc.sql("select version from timeslot where timeslot_id = ?")
                .param(shift.timeslotId().timeslotId())
                .query(String.class)
                .single();
        var form = Stream.of("day", conference.firstDay().toString(), "from", from, "to", to, "version", version);
        return organizer.post(
                "/timeslots/" + shift.timeslotId().timeslotId(),
                Stream.concat(form, Stream.of(more)).toArray(String[]::new));
    }

    private static Runnable[] both(Stream<Runnable> many, Runnable one) {
        return Stream.concat(many, Stream.of(one)).toArray(Runnable[]::new);
    }

    private static String at(Shift shift) {
        return "/shifts/" + shift.id().shiftId();
    }

    private boolean holds(VolunteerId volunteer, Shift shift) {
        return jdbc.sql(
                        "select exists (select from signup where volunteer_id = ? and shift_id = ? and state = 'CONFIRMED')")
                .params(volunteer.volunteerId(), shift.id().shiftId())
                .query(Boolean.class)
                .single();
    }

    private String hours(Shift shift) {
        return jdbc.sql("""
                        select to_char(lower(during) at time zone zone, 'HH24:MI-') || to_char(upper(during) at time zone zone, 'HH24:MI')
                        from shift join conference using (conference_id) where shift_id = ?
                        """).param(shift.id().shiftId()).query(String.class).single();
    }

    private int taken(Shift shift) {
        return jdbc.sql("select taken from shift where shift_id = ?")
                .param(shift.id().shiftId())
                .query(Integer.class)
                .single();
    }

    private int count(Shift shift, String which) {
        return jdbc.sql("select count(*) from signup join shift using (shift_id) where shift_id = ? and " + which)
                .param(shift.id().shiftId())
                .query(Integer.class)
                .single();
    }

    private int mails(String kind) {
        return jdbc.sql("select count(*) from mail where conference_id = ? and kind = ?")
                .params(conference.id().conferenceId(), kind)
                .query(Integer.class)
                .single();
    }
}
