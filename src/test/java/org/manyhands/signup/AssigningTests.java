package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
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

/** Organizers put people on shifts and take them off, and make more and less room. */
@IntegrationTest
class AssigningTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignupService signups;

    @Autowired
    private Assigning assigning;

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
    void open() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        ida = given.volunteer(conference, "Ida Moreau");
        jun = given.volunteer(conference, "Jun Ito");
    }

    @AfterEach
    void nothingIsAmiss() {
        invariants.assertHoldIn(conference);
    }

    @Test
    void findsSomebodyByNameOrAddressAndPutsThemOn() {
        assertThat(organizer.get(at(desk) + "/people?q=IDA"))
                .bodyText()
                .contains("Ida Moreau")
                .doesNotContain("Jun Ito");
        assertThat(organizer.get(at(desk) + "/people?q=jun-ito-")).bodyText().contains("Jun Ito");
        var done = assign(ida);
        assertThat(done).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(organizer.follow(done)).bodyText().contains("Ida Moreau is on it now, and a mail tells them so");
        assertThat(state(ida)).isEqualTo("CONFIRMED");
        assertThat(mails("YOU_ARE_IN")).isOne();
        assertThat(jdbc.sql("select text_body || html_body from mail where conference_id = ? and kind = 'YOU_ARE_IN'")
                        .param(conference.id().conferenceId())
                        .query(String.class)
                        .single())
                .contains("put you on this shift and count on you now", "say no", "If it does not suit you", "Withdraw")
                .doesNotContain("hank you for lending");
        assertThat(audited(ida)).anyMatch(line -> line.startsWith("signup.assigned"));
    }

    @Test
    void tellsWhoIsOnItAlready() {
        given.signUp(ida, desk);
        assertThat(organizer.follow(assign(ida)))
                .bodyText()
                .contains("Ida Moreau is on it already, or was offered the place. Nothing was changed.");
    }

    @Test
    void namesTheRuleAndAsksForAReason() {
        given.signUp(jun, desk);
        var refused = assign(ida);
        assertThat(refused).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(organizer.follow(refused))
                .bodyText()
                .containsSubsequence(
                        "Ida Moreau is not on it yet. Read what stands against it",
                        "the maximum rises by one",
                        "name=\"reason\"",
                        "Jun Ito");
        assertThat(state(ida)).isEqualTo("NONE");

        assertThat(assign(ida, "reason", "Agreed by phone")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(state(ida)).isEqualTo("CONFIRMED");
        assertThat(number("select capacity from shift where shift_id = ?")).isEqualTo(2);
        assertThat(audited(ida))
                .anyMatch(line -> line.startsWith("signup.assigned")
                        && line.contains("HAS_ROOM")
                        && line.contains("Agreed by phone"));
        assertThat(Organizer.audited(jdbc, desk.id().shiftId()))
                .last()
                .asString()
                .contains("shift.changed", "maximum");
        assertThat(organizer.get(at(desk) + "/people")).bodyText().contains("On it against a rule: Agreed by phone");
    }

    @Test
    void cutsNeitherAReasonNorAWord() {
        given.signUp(jun, desk);
        assertThat(assign(ida, "reason", " ")).hasStatusOk().bodyText().contains("Say why it is to be done");
        var tooLong = "x".repeat(301);
        assertThat(assign(ida, "reason", tooLong))
                .hasStatusOk()
                .bodyText()
                .contains("Why: Use at most 300 characters", tooLong, "the maximum rises by one");
        assertThat(state(ida)).isEqualTo("NONE");
        assertThat(organizer.get(at(desk) + "/people/remove?volunteer=" + id(jun)))
                .bodyText()
                .contains("Take Jun Ito off?", "A word to them");
        assertThat(organizer.post(at(desk) + "/people/remove", "volunteer", id(jun), "word", tooLong))
                .hasStatusOk()
                .bodyText()
                .contains("A word to them: Use at most 300 characters", tooLong);
        assertThat(state(jun)).isEqualTo("CONFIRMED");
    }

    @Test
    void neverPutsAnybodyInTwoPlacesWhateverTheReason() {
        given.signUp(ida, given.shift(conference, "09:00", "11:00", Need.of(1)));
        var refused = assign(ida, "reason", "They can run");
        assertThat(organizer.follow(refused))
                .bodyText()
                .contains("Ida Moreau is not on it, and no reason would change that.")
                .contains("nobody can be in two places. Take them off that one first")
                .doesNotContain("name=\"reason\"");
        assertThat(state(ida)).isEqualTo("NONE");
    }

    @Test
    void putsNobodyOnADraft() {
        jdbc.sql("update shift set published = false where shift_id = ?")
                .param(desk.id().shiftId())
                .update();
        assertThat(organizer.follow(assign(ida, "reason", "Soon"))).bodyText().contains("Publish it first");
        assertThat(state(ida)).isEqualTo("NONE");
    }

    @Test
    void takesSomebodyOutOfTheLineOntoTheShift() {
        given.signUp(jun, desk);
        signups.signUpOrWait(ida, desk.id(), UUID.randomUUID());
        assign(ida, "reason", "We need two");
        assertThat(state(ida)).isEqualTo("CONFIRMED");
        assertThat(number("select count(*) from signup where shift_id = ?")).isEqualTo(2);
    }

    @Test
    void takesSomebodyOffWithAWordAndServesTheLine() {
        given.signUp(jun, desk);
        signups.signUpOrWait(ida, desk.id(), UUID.randomUUID());
        var removed = organizer.post(
                at(desk) + "/people/remove", "volunteer", id(jun), "word", "We need you at the stage <3");
        assertThat(organizer.follow(removed))
                .bodyText()
                .contains("Jun Ito is not on it any more, and a mail tells them so");
        assertThat(state(jun)).isEqualTo("REMOVED");
        assertThat(state(ida)).isEqualTo("CONFIRMED");
        assertThat(jdbc.sql("select text_body from mail where conference_id = ? and kind = 'SHIFT_REMOVED'")
                        .param(conference.id().conferenceId())
                        .query(String.class)
                        .single())
                .contains("They write: We need you at the stage <3");
        assertThat(organizer.follow(organizer.post(at(desk) + "/people/remove", "volunteer", id(jun))))
                .bodyText()
                .contains("Jun Ito was not on it any more");
    }

    @Test
    void knowsNobodyOfAnotherConference() {
        var name = "Stranger " + Given.number();
        var stranger = given.volunteer(given.conference(), name);
        assertThat(assign(stranger)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.get(at(desk) + "/people?volunteer=" + id(stranger)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.get(at(desk) + "/people?q=" + name)).bodyText().doesNotContain(id(stranger));
        assertThat(organizer.post(at(desk) + "/people/remove", "volunteer", id(stranger)))
                .hasStatus(HttpStatus.NOT_FOUND);
        var elsewhere = given.conference();
        var theirs = given.shift(elsewhere, "08:00", "10:00", Need.of(1));
        assertThat(organizer.post(at(theirs) + "/people", "volunteer", id(given.volunteer(elsewhere))))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void givesTheLastPlaceToOneOfThoseWhoTakeItAndWhomItIsGiven() {
        for (var round = 0; round < 5; round++) {
            open();
            var people = given.volunteers(conference, 10);
            AtOnce.run(Stream.concat(
                            people.stream().map(each -> () -> given.signUp(each, desk)),
                            Stream.<Runnable>of(
                                    () -> assigning.assign(conference.id(), desk.id(), ida, null),
                                    () -> assigning.assign(conference.id(), desk.id(), jun, null)))
                    .toArray(Runnable[]::new));
            assertThat(number("select taken from shift where shift_id = ?")).isOne();
            assertThat(number("select count(*) from signup where state = 'CONFIRMED' and shift_id = ?"))
                    .isOne();
        }
    }

    @Test
    void makesExactlyAsMuchRoomAsItGivesAgainstTheRule() {
        for (var round = 0; round < 3; round++) {
            open();
            given.signUp(given.volunteer(conference), desk);
            AtOnce.each(
                    given.volunteers(conference, 8),
                    each -> assigning.assign(conference.id(), desk.id(), each, "All hands"));
            assertThat(number("select taken from shift where shift_id = ?")).isEqualTo(9);
            assertThat(number("select capacity from shift where shift_id = ?")).isEqualTo(9);
        }
    }

    @Test
    void promotesWhoeverWaitsWhenThereIsMoreRoom() {
        given.signUp(jun, desk);
        signups.signUpOrWait(ida, desk.id(), UUID.randomUUID());
        assertThat(organizer.post(at(desk), form("2"))).hasStatus(HttpStatus.SEE_OTHER);
        await().untilAsserted(() -> assertThat(state(ida)).isEqualTo("CONFIRMED"));
    }

    @Test
    void promotesWhoeverWaitsWhenPlacesAreHeldNoMore() {
        desk = given.shift(conference, "14:00", "16:00", Need.of(2));
        assertThat(organizer.post(at(desk), form("2"), "reserved", "1")).hasStatus(HttpStatus.SEE_OTHER);
        given.signUp(jun, desk);
        signups.signUpOrWait(ida, desk.id(), UUID.randomUUID());
        assertThat(state(ida)).isEqualTo("WAITLISTED");
        assertThat(organizer.post(at(desk), form("2"), "version", "1")).hasStatus(HttpStatus.SEE_OTHER);
        await().untilAsserted(() -> assertThat(state(ida)).isEqualTo("CONFIRMED"));
    }

    @Test
    void countsOfferedPlacesButNotTheLineWhenTheMaximumIsLowered() {
        desk = given.shift(conference, "14:00", "16:00", Need.between(1, 1, 2));
        given.signUp(ida, desk);
        given.signUp(jun, desk);
        signups.signUpOrWait(given.volunteer(conference, "Noor Haddad"), desk.id(), UUID.randomUUID());
        jdbc.sql(
                        "update signup set state = 'OFFERED', offered_until = now() + interval '1 hour' where volunteer_id = ?")
                .param(jun.volunteerId())
                .update();
        assertThat(organizer.post(at(desk), form("1")))
                .hasStatusOk()
                .bodyText()
                .contains("Ida Moreau and Jun Ito are on this shift. It needs at least 2 places");
    }

    @Test
    void neverHoldsFewerThanSignUpWhileTheMaximumIsLowered() {
        for (var round = 0; round < 3; round++) {
            open();
            desk = given.shift(conference, "14:00", "16:00", Need.between(1, 1, 20));
            AtOnce.run(Stream.concat(
                            given.volunteers(conference, 20).stream().map(each -> () -> given.signUp(each, desk)),
                            Stream.<Runnable>of(() -> assertThat(organizer
                                            .post(at(desk), form("5"))
                                            .getResponse()
                                            .getStatus())
                                    .isIn(200, 303)))
                    .toArray(Runnable[]::new));
            assertThat(number("select capacity - taken from shift where shift_id = ?"))
                    .isZero();
        }
    }

    private Map<String, String> form(String maximum) {
        return Map.of(
                "timeslot",
                desk.timeslotId().timeslotId().toString(),
                "role",
                desk.roleId().roleId().toString(),
                "place",
                desk.placeId().placeId().toString(),
                "minimum",
                "1",
                "wanted",
                "1",
                "maximum",
                maximum,
                "published",
                "true",
                "version",
                "0");
    }

    private MvcTestResult assign(VolunteerId volunteer, String... more) {
        return organizer.post(
                at(desk) + "/people",
                Stream.concat(Stream.of("volunteer", id(volunteer)), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static String at(Shift shift) {
        return "/shifts/" + shift.id().shiftId();
    }

    private static String id(VolunteerId volunteer) {
        return volunteer.volunteerId().toString();
    }

    private String state(VolunteerId volunteer) {
        return jdbc.sql("""
                        select state from signup where volunteer_id = ? and shift_id = ? order by place_in_line desc limit 1
                        """)
                .params(volunteer.volunteerId(), desk.id().shiftId())
                .query(String.class)
                .optional()
                .orElse("NONE");
    }

    private List<String> audited(VolunteerId volunteer) {
        return Organizer.audited(
                jdbc,
                jdbc.sql("select signup_id from signup where volunteer_id = ? and shift_id = ?")
                        .params(volunteer.volunteerId(), desk.id().shiftId())
                        .query(UUID.class)
                        .single());
    }

    private int number(String sql) {
        return jdbc.sql(sql).param(desk.id().shiftId()).query(Integer.class).single();
    }

    private int mails(String kind) {
        return jdbc.sql("select count(*) from mail where conference_id = ? and kind = ?")
                .params(conference.id().conferenceId(), kind)
                .query(Integer.class)
                .single();
    }
}
