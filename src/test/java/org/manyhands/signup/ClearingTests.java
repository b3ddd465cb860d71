package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What becomes of the people on a shift that does not take place. */
@IntegrationTest
class ClearingTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignupService signups;

    @Autowired
    private Clearing clearing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private Conference conference;
    private Organizer organizer;
    private Shift desk;
    private VolunteerId ida;
    private VolunteerId jun;

    @BeforeEach
    void twoOnADeskAndOneInLine() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        desk = given.shift(conference, "08:00", "10:00", Need.of(2));
        ida = given.volunteer(conference, "Ida Moreau");
        jun = given.volunteer(conference, "Jun Ito");
        given.signUp(ida, desk);
        given.signUp(jun, desk);
    }

    @AfterEach
    void nothingIsAmiss() {
        invariants.assertHoldIn(conference);
    }

    @Test
    void asksWhatBecomesOfThem() {
        given.shift(conference, "14:00", "16:00", Need.of(2));
        assertThat(organizer.get(at(desk)))
                .bodyText()
                .contains("Cancel it, or move everybody to another one", at(desk) + "/people");
        assertThat(organizer.get(at(desk) + "/people"))
                .hasStatusOk()
                .bodyText()
                .contains("Ida Moreau", "Jun Ito", "Move everybody to another shift", "Cancel it and tell everybody");
    }

    @Test
    void movesNobodyBeforeAShiftToComeIsChosen() {
        given.shift(conference, "14:00", "16:00", Need.of(2));
        var begun = given.shift(conference, "17:00", "18:00", Need.of(2));
        shiftTo(begun, -60, 60);
        assertThat(organizer.get(at(desk) + "/hand-over"))
                .bodyText()
                .contains("<option value=\"\">Choose a shift</option>", "14:00 – 16:00", "Ida Moreau", "Jun Ito")
                .doesNotContain(begun.id().shiftId().toString(), "selected");
        assertThat(organizer.post(at(desk) + "/hand-over", "instead", ""))
                .hasStatusOk()
                .bodyText()
                .contains("Choose the shift that everybody is to do instead");
        assertThat(organizer.post(
                        at(desk) + "/hand-over", "instead", begun.id().shiftId().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("That shift has begun or is not published");
        assertThat(count(desk, "state = 'CONFIRMED'")).isEqualTo(2);
    }

    @Test
    void keepsOnRecordWhoWasOnAShiftThatIsOver() {
        var stage = given.shift(conference, "14:00", "16:00", Need.of(2));
        shiftTo(desk, -120, -1);
        assertThat(organizer.get(at(desk) + "/people"))
                .bodyText()
                .contains("It is over", "Ida Moreau")
                .doesNotContain("Take off", "Move everybody", "Cancel it");
        assertThat(organizer.follow(organizer.post(at(desk) + "/cancel")))
                .bodyText()
                .contains("It is over, and who was on it stays on record");
        assertThat(organizer.post(
                        at(desk) + "/hand-over", "instead", stage.id().shiftId().toString()))
                .bodyText()
                .contains("It is over, and who was on it stays on record");
        var ids = ida.volunteerId().toString();
        assertThat(organizer.follow(organizer.post(at(desk) + "/people/remove", "volunteer", ids)))
                .bodyText()
                .contains("It is over, and who was on it stays on record");
        assertThat(count(desk, "state = 'CONFIRMED'")).isEqualTo(2);
        assertThat(published(desk)).isTrue();
    }

    @Test
    void tellsEverybodyAlsoThoseInLineThatItDoesNotTakePlace() {
        signups.signUpOrWait(given.volunteer(conference), desk.id(), UUID.randomUUID());
        var cancelled = organizer.post(at(desk) + "/cancel");
        assertThat(cancelled).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(organizer.follow(cancelled))
                .bodyText()
                .contains("Cancelled, and 2 people are told", "Cancelled: it does not take place");
        assertThat(published(desk)).isFalse();
        assertThat(mvc.get()
                        .uri("/" + conference.slug() + "/shifts/" + desk.id().shiftId()))
                .as("where old mails lead")
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("This shift does not take place", "What else needs you");
        assertThat(count(desk, "removed_because = 'CANCELLED'")).isEqualTo(3);
        assertThat(mails("SHIFT_CANCELLED")).isEqualTo(3);
        assertThat(Organizer.audited(jdbc, desk.id().shiftId()))
                .last()
                .asString()
                .contains("shift.cancelled");
    }

    @Test
    void movesThoseWhoFitAndListsTheOthers() {
        var stage = given.shift(conference, "14:00", "16:00", Need.of(1));
        var moved = organizer.post(
                at(desk) + "/hand-over", "instead", stage.id().shiftId().toString());
        assertThat(moved).hasStatus(HttpStatus.SEE_OTHER).redirectedUrl().endsWith("/organize/conflicts");
        assertThat(organizer.follow(moved))
                .bodyText()
                .contains(
                        "One person moved to the other shift; one did not fit", "Jun Ito", "The other shift was full");
        assertThat(count(stage, "state = 'CONFIRMED' and volunteer_id = '%s'".formatted(ida.volunteerId())))
                .isOne();
        assertThat(count(desk, "removed_because = 'ORGANIZER'")).isOne();
        assertThat(count(desk, "removed_because = 'CONFLICT' and conflict_rule = 'HAS_ROOM'"))
                .isOne();
        assertThat(published(desk)).isFalse();
        assertThat(mails("SHIFT_MOVED")).isOne();
        assertThat(mails("SHIFT_CONFLICT")).isOne();
    }

    @Test
    void movesToAShiftThatOverlapsTheOneTheyGiveUpButNoOther() {
        given.signUp(jun, given.shift(conference, "11:00", "13:00", Need.of(1)));
        var stage = given.shift(conference, "09:00", "12:00", Need.of(2));
        organizer.post(at(desk) + "/hand-over", "instead", stage.id().shiftId().toString());
        assertThat(count(stage, "state = 'CONFIRMED'")).isOne();
        assertThat(count(desk, "conflict_rule = 'NO_OVERLAP'")).isOne();
        assertThat(organizer.get("/conflicts")).bodyText().contains("They have then", "11:00 – 13:00");
    }

    @Test
    void leavesAPlaceForWhoeverWaitsForIt() {
        var stage = given.shift(conference, "14:00", "16:00", Need.of(2));
        var noor = given.volunteer(conference);
        given.signUp(noor, stage);
        given.signUp(given.volunteer(conference), stage);
        signups.signUpOrWait(given.volunteer(conference), stage.id(), UUID.randomUUID());
        given.withdraw(noor, stage);
        organizer.post(at(desk) + "/hand-over", "instead", stage.id().shiftId().toString());
        assertThat(count(
                        stage,
                        "state = 'CONFIRMED' and volunteer_id in ('%s', '%s')"
                                .formatted(ida.volunteerId(), jun.volunteerId())))
                .isZero();
    }

    @Test
    void settlesAConflictOnce() {
        var conflict = conflict();
        assertThat(organizer.get("")).bodyText().contains("One person lost a shift that moved");
        assertThat(organizer.post("/conflicts/" + conflict + "/settle")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(organizer.post("/conflicts/" + conflict + "/settle")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(organizer.get("/conflicts")).bodyText().contains("Nobody lost a shift", "Nobody waits for you");
        assertThat(organizer.get("")).bodyText().doesNotContain("lost a shift that moved");
        assertThat(Organizer.audited(jdbc, conflict))
                .filteredOn(line -> line.startsWith("signup.conflict-settled"))
                .hasSize(1);
    }

    @Test
    void knowsNothingOfAnotherConference() {
        var elsewhere = given.shift(given.conference(), "08:00", "10:00", Need.of(1));
        var there = elsewhere.id().shiftId().toString();
        assertThat(organizer.get(at(elsewhere) + "/people")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(at(elsewhere) + "/cancel")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(
                        at(elsewhere) + "/hand-over",
                        "instead",
                        desk.id().shiftId().toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.get(at(desk) + "/people"))
                .bodyText()
                .contains("Ida Moreau")
                .doesNotContain(there);
        assertThat(organizer.post(at(desk) + "/hand-over", "instead", there)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(
                        at(desk) + "/hand-over", "instead", desk.id().shiftId().toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(count(desk, "state = 'CONFIRMED'")).isEqualTo(2);
        var others = new Organizer(mvc, given.organizer(given.conference()), conference);
        assertThat(others.get("/conflicts")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void keepsConflictsToTheOrganizersOfTheirConference() {
        var conflict = conflict();
        var other = given.conference();
        var others = new Organizer(mvc, given.organizer(other), other);
        assertThat(others.get("/conflicts"))
                .bodyText()
                .contains("Nobody waits for you")
                .doesNotContain("Jun Ito");
        assertThat(others.post("/conflicts/" + conflict + "/settle")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.get("/conflicts")).bodyText().contains("Jun Ito");
    }

    @Test
    void leavesNobodyOnADraftWhileTwentySignUp() {
        for (var round = 0; round < 3; round++) {
            var stage = given.shift(conference, "1%d:00".formatted(round), "1%d:50".formatted(round), Need.of(10));
            AtOnce.run(both(
                    given.volunteers(conference, 20).stream()
                            .map(each -> () -> signups.signUpOrWait(each, stage.id(), UUID.randomUUID())),
                    () -> clearing.cancel(conference.id(), stage.id())));
            assertThat(published(stage)).isFalse();
            assertThat(count(stage, "state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')"))
                    .isZero();
        }
    }

    @Test
    void movesEverybodyOnceWhileTheyTakeOtherShifts() {
        for (var round = 0; round < 3; round++) {
            var people = given.volunteers(conference, 10);
            var from = given.shift(conference, "1%d:00".formatted(round), "1%d:50".formatted(round), Need.of(10));
            var to = given.shift(conference, "2%d:00".formatted(round), "2%d:50".formatted(round), Need.of(10));
            var clash = given.shift(conference, "2%d:30".formatted(round), "2%d:59".formatted(round), Need.of(10));
            people.forEach(each -> given.signUp(each, from));
            AtOnce.run(both(
                    people.stream().map(each -> () -> given.signUp(each, clash)),
                    () -> clearing.moveEverybody(conference.id(), from.id(), to.id())));
            assertThat(count(from, "state = 'CONFIRMED'")).isZero();
            assertThat(count(to, "state = 'CONFIRMED'") + count(clash, "state = 'CONFIRMED'"))
                    .isEqualTo(10);
            assertThat(count(from, "removed_because = 'CONFLICT'")).isEqualTo(count(clash, "state = 'CONFIRMED'"));
        }
    }

    private void shiftTo(Shift shift, int fromMinutes, int toMinutes) {
        jdbc.sql("""
                        update timeslot set during = tstzrange(now() + make_interval(mins => :from), now() + make_interval(mins => :to))
                        where timeslot_id = :id
                        """)
                .param("from", fromMinutes)
                .param("to", toMinutes)
                .param("id", shift.timeslotId().timeslotId())
                .update();
    }

    /** There is room for Ida only where everybody moves. */
    private UUID conflict() {
        var stage = given.shift(conference, "14:00", "16:00", Need.of(1));
        organizer.post(at(desk) + "/hand-over", "instead", stage.id().shiftId().toString());
        return jdbc.sql("select signup_id from signup where shift_id = ? and removed_because = 'CONFLICT'")
                .param(desk.id().shiftId())
                .query(UUID.class)
                .single();
    }

    private static Runnable[] both(Stream<Runnable> many, Runnable one) {
        return Stream.concat(many, Stream.of(one)).toArray(Runnable[]::new);
    }

    private static String at(Shift shift) {
        return "/shifts/" + shift.id().shiftId();
    }

    private boolean published(Shift shift) {
        return jdbc.sql("select published from shift where shift_id = ?")
                .param(shift.id().shiftId())
                .query(Boolean.class)
                .single();
    }

    private int count(Shift shift, String which) {
        return jdbc.sql("select count(*) from signup where shift_id = ? and " + which)
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
