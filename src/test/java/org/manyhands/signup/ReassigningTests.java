package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
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
import org.manyhands.conference.RolesInSight;
import org.manyhands.operations.Invariants;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An organizer moves one person from a shift to another, in one step. */
@IntegrationTest
class ReassigningTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignupService signups;

    @Autowired
    private Reassigning reassigning;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private Conference conference;
    private Organizer organizer;
    private Shift desk;
    private Shift stage;
    private VolunteerId ida;
    private VolunteerId jun;

    @BeforeEach
    void open() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        stage = given.shift(conference, "09:00", "11:00", Need.of(1));
        ida = given.volunteer(conference, "Ida Moreau");
        jun = given.volunteer(conference, "Jun Ito");
        given.signUp(ida, desk);
    }

    @AfterEach
    void nothingIsAmiss() {
        invariants.assertHoldIn(conference);
    }

    @Test
    void movesSomebodyToAShiftThatOverlapsTheirs() {
        assertThat(organizer.get("/shifts/" + desk.id().shiftId() + "/people/move?volunteer=" + ida.volunteerId()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Move Ida Moreau to another shift",
                        stage.id().shiftId().toString(),
                        "(0/1, needs 1 more to open)")
                .doesNotContain("value=\"" + desk.id().shiftId());
        var moved = move(stage);
        assertThat(organizer.follow(moved)).bodyText().contains("Ida Moreau is on the other shift now");
        assertThat(state(ida, desk)).isEqualTo("REMOVED");
        assertThat(state(ida, stage)).isEqualTo("CONFIRMED");
        assertThat(jdbc.sql("select text_body from mail where conference_id = ? and kind = 'SHIFT_MOVED'")
                        .param(conference.id().conferenceId())
                        .query(String.class)
                        .single())
                .contains("you moved with it");
        assertThat(jdbc.sql(
                                "select detail::text from audit_event where conference_id = ? and action = 'signup.reassigned'")
                        .param(conference.id().conferenceId())
                        .query(String.class)
                        .single())
                .contains(
                        "before",
                        desk.id().shiftId().toString(),
                        stage.id().shiftId().toString());
    }

    @Test
    void saysEveryRuleThatStandsAgainstItAndChangesNothing() {
        given.signUp(jun, stage);
        jdbc.sql("update volunteer set hours_at_most = 1 where volunteer_id = ?")
                .param(ida.volunteerId())
                .update();
        assertThat(organizer.follow(move(stage)))
                .bodyText()
                .contains(
                        "Not moved yet to",
                        "That would be 2 h in all, and they offered 1 h.",
                        "the maximum rises by one")
                .contains("name=\"reason\"");
        assertThat(state(ida, desk)).isEqualTo("CONFIRMED");
        assertThat(state(ida, stage)).isEqualTo("NONE");
        assertThat(move(stage, "reason", ""))
                .hasStatusOk()
                .bodyText()
                .contains("Say why it is to be done all the same");
        assertThat(organizer.follow(move(stage, "reason", "We agreed")))
                .bodyText()
                .contains("Ida Moreau is on the other shift now");
        assertThat(state(ida, stage)).isEqualTo("CONFIRMED");
        assertThat(organizer.get("/shifts/" + stage.id().shiftId() + "/people"))
                .bodyText()
                .contains("On it against a rule: We agreed");
    }

    @Test
    void neverPutsThemInTwoPlaces() {
        given.signUp(ida, given.shift(conference, "10:30", "12:00", Need.of(1)));
        assertThat(organizer.follow(move(stage, "reason", "They can run")))
                .bodyText()
                .contains("nobody can be in two places", "No reason would change that")
                .doesNotContain("name=\"reason\"");
        assertThat(state(ida, desk)).isEqualTo("CONFIRMED");
    }

    @Test
    void servesTheLineOfTheShiftTheyLeft() {
        signups.signUpOrWait(jun, desk.id(), UUID.randomUUID());
        move(stage);
        assertThat(state(jun, desk)).isEqualTo("CONFIRMED");
    }

    @Test
    void tellsThatTheyAreNotOnItAnyMore() {
        given.withdraw(ida, desk);
        assertThat(organizer.follow(move(stage))).bodyText().contains("has no place on this shift any more");
        assertThat(organizer.follow(
                        organizer.post(address(), "volunteer", ida.volunteerId().toString(), "to", "")))
                .bodyText()
                .contains("Choose the shift to which they are to move");
    }

    @Test
    void knowsNoShiftOfAnotherConferenceOrRole() {
        var elsewhere = given.shift(given.conference(), "12:00", "13:00", Need.of(1));
        assertThat(move(elsewhere)).hasStatus(404);
        assertThat(organizer.get(address() + "?volunteer=" + ida.volunteerId() + "&to="
                        + elsewhere.id().shiftId()))
                .hasStatus(404);
        assertThat(state(ida, desk)).isEqualTo("CONFIRMED");
        var onlyTheDesk = new RolesInSight(Set.of(desk.roleId().roleId()));
        assertThatThrownBy(() -> reassigning.move(
                        conference.id(), onlyTheDesk, new Reassigning.Move(ida, desk.id(), stage.id()), null))
                .isInstanceOf(NotFound.class);
        assertThat(state(ida, desk)).isEqualTo("CONFIRMED");
    }

    /** Whoever comes first has the last place; the other is told, and still has what they had. */
    @Test
    void leavesTheLastPlaceToWhoeverIsFirst() {
        for (var round = 0; round < 10; round++) {
            var from = given.shift(conference, "12:00", "13:00", Need.of(1));
            var to = given.shift(conference, "12:00", "13:00", Need.of(1));
            var mover = given.volunteer(conference);
            var taker = given.volunteer(conference);
            given.signUp(mover, from);
            AtOnce.run(
                    () -> reassigning.move(
                            conference.id(), RolesInSight.EVERY, new Reassigning.Move(mover, from.id(), to.id()), null),
                    () -> signups.signUp(taker, List.of(to.id()), UUID.randomUUID()));
            var moved = state(mover, to).equals("CONFIRMED");
            assertThat(state(taker, to)).isEqualTo(moved ? "NONE" : "CONFIRMED");
            assertThat(state(mover, from)).isEqualTo(moved ? "REMOVED" : "CONFIRMED");
        }
    }

    private MvcTestResult move(Shift to, String... more) {
        var fields = new String[] {
            "volunteer", ida.volunteerId().toString(), "to", to.id().shiftId().toString()
        };
        var all = Stream.concat(Stream.of(fields), Stream.of(more));
        return organizer.post(address(), all.toArray(String[]::new));
    }

    private String address() {
        return "/shifts/" + desk.id().shiftId() + "/people/move";
    }

    private String state(VolunteerId volunteer, Shift shift) {
        return jdbc.sql(
                        "select state from signup where volunteer_id = ? and shift_id = ? order by place_in_line desc limit 1")
                .params(volunteer.volunteerId(), shift.id().shiftId())
                .query(String.class)
                .optional()
                .orElse("NONE");
    }
}
