package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody walks in and is put on a shift, with nothing but a name. */
@IntegrationTest
class WalkUpTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private Conference conference;
    private Organizer organizer;
    private Shift desk;

    @BeforeEach
    void open() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
    }

    @AfterEach
    void nothingIsAmiss() {
        invariants.assertHoldIn(conference);
    }

    @Test
    void needsANameAndNothingElse() {
        assertThat(add("")).hasStatusOk().bodyText().contains("Enter a name");
        assertThat(people()).isZero();
        var added = add("Ana Silva");
        assertThat(organizer.follow(added))
                .bodyText()
                .contains("Ana Silva is on it now.")
                .doesNotContain("same person");
        assertThat(jdbc.sql("""
                        select name || ' ' || state from signup join volunteer using (volunteer_id)
                        where shift_id = ? and account_id is null and agreed_to_conduct_at is null
                        """).param(desk.id().shiftId()).query(String.class).single())
                .isEqualTo("Ana Silva CONFIRMED");
        assertThat(organizer.get("/volunteers?q=ana")).bodyText().contains("Ana Silva");
        assertThat(organizer.get("/roster?q=silva")).bodyText().contains("Ana Silva");
        assertThat(organizer.get("/roster?by=volunteer")).bodyText().contains("Ana Silva");
        assertThat(organizer.get("/shifts/" + desk.id().shiftId() + "/people?q=Ana"))
                .bodyText()
                .contains("Ana Silva");
        assertThat(jdbc.sql("select count(*) from mail where conference_id = ?")
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isAddedOnceByAFormThatIsSentTwice() {
        var person = UUID.randomUUID().toString();
        add("Ana Silva", "person", person, "phone", "+1 919 555 0123");
        assertThat(organizer.follow(add("Ana Silva", "person", person)))
                .bodyText()
                .contains("Ana Silva is on it now");
        assertThat(people()).isOne();
        assertThat(Organizer.audited(jdbc, UUID.fromString(person)))
                .singleElement()
                .asString()
                .contains("Ana Silva")
                .doesNotContain("555");
    }

    @Test
    void comesOntoAShiftThatHasBegunWhileSignUpIsClosed() {
        jdbc.sql("""
                        update conference set signup_opens_at = now() - interval '9 days', signup_closes_at = now() - interval '1 day'
                        where conference_id = ?
                        """).param(conference.id().conferenceId()).update();
        jdbc.sql(
                        "update timeslot set during = tstzrange(now() - interval '1 hour', now() + interval '1 hour') where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        assertThat(organizer.follow(add("Ana Silva"))).bodyText().contains("Ana Silva is on it now");
        assertThat(taken()).isOne();
    }

    @Test
    void isNotAddedToAShiftThatIsOverOrADraft() {
        jdbc.sql("update shift set published = false where shift_id = ?")
                .param(desk.id().shiftId())
                .update();
        assertThat(add("Ana Silva")).hasStatusOk().bodyText().contains("Publish it first");
        jdbc.sql(
                        "update timeslot set during = tstzrange(now() - interval '2 hours', now() - interval '1 hour') where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        assertThat(add("Ana Silva")).hasStatusOk().bodyText().contains("It is over");
        assertThat(people()).isZero();
    }

    @Test
    void asksForAReasonWhereEveryPlaceIsTaken() {
        given.signUp(given.volunteer(conference), desk);
        assertThat(add("Ana Silva")).hasStatusOk().bodyText().contains("the maximum rises by one", "name=\"reason\"");
        assertThat(people()).isOne();
        assertThat(add("Ana Silva", "reason", "She is here already")).hasStatus(303);
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void asksWhetherSomebodyOfThatNameIsTheSame() {
        given.volunteer(conference, "ana silva");
        assertThat(organizer.follow(add("Ana Silva"))).bodyText().contains("The same person?", "/merge");
    }

    @Test
    void neverTouchesSomebodyWhoIsRegisteredHereOrElsewhere() {
        var registered = given.volunteer(conference);
        assertThat(add("Ana", "person", registered.volunteerId().toString())).hasStatus(404);
        var elsewhere = given.volunteer(given.conference());
        assertThat(add("Ana", "person", elsewhere.volunteerId().toString())).hasStatus(404);
        assertThat(taken()).isZero();
        assertThat(new Organizer(mvc, given.organizer(conference), given.conference())
                        .get("/shifts/" + desk.id().shiftId() + "/people/walk-up"))
                .hasStatus(404);
    }

    private MvcTestResult add(String name, String... more) {
        var fields = new String[] {"name", name, "person", UUID.randomUUID().toString()};
        if (more.length > 1 && more[0].equals("person")) {
            fields = new String[] {"name", name};
        }
        var all = new String[fields.length + more.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return organizer.post("/shifts/" + desk.id().shiftId() + "/people/walk-up", all);
    }

    private int people() {
        return jdbc.sql("select count(*) from volunteer where conference_id = ?")
                .param(conference.id().conferenceId())
                .query(Integer.class)
                .single();
    }

    private int taken() {
        return jdbc.sql("select taken from shift where shift_id = ?")
                .param(desk.id().shiftId())
                .query(Integer.class)
                .single();
    }
}
