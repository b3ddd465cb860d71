package org.manyhands.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.role.Role;
import org.manyhands.shift.Need;
import org.manyhands.shift.Timeslot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A grid that is typed, and the shifts that come of it. */
@IntegrationTest
class NeedsControllerTests {

    private static final String PAGE = "/needs";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;
    private Place lobby;
    private Role desk;
    private Role emcee;
    private Timeslot early;
    private Timeslot late;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        lobby = given.place(conference, "Lobby");
        desk = given.role(conference, "Desk");
        emcee = given.role(conference, "Emcee");
        early = given.timeslot(conference, "08:00", "10:00");
        late = given.timeslot(conference, "10:00", "12:00");
    }

    @Test
    void beginsWithNoColumnAndShowsThoseThatHaveShifts() {
        assertThat(organizer.get(PAGE)).hasStatusOk().bodyText().contains("8:00 – 10:00", "Add columns");
        given.shift(conference, early, desk, lobby, Need.between(1, 2, 4));
        assertThat(organizer.get(PAGE)).bodyText().contains("value=\"1-2-4\"", "name=\"c-1-0\"", "c-0-0=1-2-4");
    }

    @Test
    void makesChangesAndRemovesShiftsAtOnce() {
        var changed = given.shift(conference, early, desk, lobby, Need.of(1));
        var removed = given.shift(conference, late, desk, lobby, Need.of(1));
        var saved = save("c-0-0=1 c-1-0=1", "c-0-0", "1-2-4", "c-0-1", "1-3-", "c-1-0", "", "c-1-1", "");
        assertThat(saved).hasStatus(303);
        assertThat(organizer.follow(saved))
                .bodyText()
                .contains("One shift is new, as a draft. One has other numbers. One is gone. All is saved.");
        assertThat(shifts()).containsExactly("Desk 08:00 1/2/4 true", "Emcee 08:00 1/3/null false");
        assertThat(Organizer.audited(jdbc, changed.id().shiftId()))
                .singleElement()
                .asString()
                .contains("shift.changed", "\"before\"", "\"after\"");
        assertThat(Organizer.audited(jdbc, removed.id().shiftId()))
                .singleElement()
                .asString()
                .contains("shift.deleted", "\"before\"");
    }

    @Test
    void addsAColumnAndKeepsItUntilItHasShifts() {
        var saved = organizer.post(
                PAGE,
                "day",
                conference.firstDay().toString(),
                "addRole",
                emcee.id().roleId().toString(),
                "addPlace",
                lobby.id().placeId().toString());
        assertThat(saved).hasStatus(303);
        assertThat(organizer.follow(saved)).bodyText().contains("name=\"c-0-0\"", ">Emcee<");
        assertThat(organizer.get(PAGE)).bodyText().doesNotContain("name=\"c-0-0\"");
    }

    @Test
    void makesTimeslotsOfTheLastLines() {
        var saved =
                save("", "from-0", "13", "to-0", "1430", "n-0-0", "2", "from-2", "22:00", "to-2", "1", "n-2-1", "1-");
        assertThat(saved).hasStatus(303);
        assertThat(shifts()).containsExactly("Desk 13:00 2/2/2 false", "Emcee 22:00 1/1/null false");
        assertThat(save("", "from-0", "13:00", "to-0", "14:30", "n-0-0", "2")).hasStatus(303);
        assertThat(shifts()).as("the same once more").hasSize(2);
        assertThat(save("", "from-0", "13:00", "to-0", "14:30", "n-0-0", "3"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else typed here meanwhile");
        assertThat(save("", "from-1", "15", "to-1", "25", "n-1-0", "3", "n-1-1", "many"))
                .hasStatusOk()
                .bodyText()
                .contains("New line 1: Type a time such as 8:30", "New line 1: Type a number")
                .contains("value=\"25\"", "value=\"many\"", "href=\"#to-0\"", "href=\"#n-0-1\"");
        assertThat(shifts()).as("nothing of a line that is wrong").hasSize(2);
    }

    @Test
    void marksACellThatCannotBeReadAndSavesTheOthers() {
        var answer = save("", "c-0-0", "two", "c-0-1", "1");
        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("Not everything could be saved", "Desk, Lobby, 8:00 – 10:00: Type a number such as 2")
                .contains("value=\"two\"", "aria-invalid=\"true\"", "id=\"c-0-0-error\"", "href=\"#c-0-0\"")
                .contains("One shift is new, as a draft. Whatever is not named here is saved.");
        assertThat(shifts()).containsExactly("Emcee 08:00 1/1/1 false");
        assertThat(Organizer.hidden(answer, "shown")).isEqualTo("c-0-1=1");
    }

    @Test
    void keepsWhatSomebodyElseTypedMeanwhileAndOffersMineAgain() {
        given.shift(conference, early, desk, lobby, Need.of(5));
        var answer = save("c-0-0=1", "c-0-0", "3", "c-0-1", "2", "c-1-0", "1");
        assertThat(answer)
                .hasStatus(409)
                .bodyText()
                .contains("theirs is <b>5</b>, yours <b>3</b>", "value=\"c-0-0=3\"", "name=\"c-0-0\" value=\"5\"");
        assertThat(shifts())
                .containsExactly("Desk 08:00 5/5/5 true", "Desk 10:00 1/1/1 false", "Emcee 08:00 2/2/2 false");
        assertThat(save("c-0-0=5 c-0-1=2 c-1-0=1", "c-0-0", "5", "c-0-1", "2", "c-1-0", "1", "mine", "c-0-0=3"))
                .hasStatus(303);
        assertThat(shifts()).contains("Desk 08:00 3/3/3 true");
    }

    @Test
    void findsNoConflictWhereBothTypedTheSameOrOneTypedNothing() {
        given.shift(conference, early, desk, lobby, Need.of(5));
        assertThat(save("c-0-0=1", "c-0-0", "5")).hasStatus(303);
        assertThat(save("c-0-0=1", "c-0-0", "1", "c-0-1", "1")).hasStatus(303);
        assertThat(shifts()).containsExactly("Desk 08:00 5/5/5 true", "Emcee 08:00 1/1/1 false");
    }

    @Test
    void removesNothingThatHasPeopleOnItAndMakesNothingTooSmall() {
        var shift = given.shift(conference, early, desk, lobby, Need.between(1, 2, 3));
        given.signUp(given.volunteer(conference, "Ida Moreau"), shift);
        given.signUp(given.volunteer(conference, "Jun Ito"), shift);
        assertThat(save("c-0-0=1-2-3", "c-0-0", "", "c-0-1", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("Ida Moreau and Jun Ito are on it, or wait for it.", "It stays.", "/people")
                .contains("One shift is new");
        assertThat(save("c-0-0=1-2-3 c-0-1=1", "c-0-0", "1", "c-0-1", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("Ida Moreau and Jun Ito are on it: it needs at least 2 places");
        assertThat(shifts()).containsExactly("Desk 08:00 1/2/3 true", "Emcee 08:00 1/1/1 false");
        assertThat(save("c-0-0=1-2-3 c-0-1=1", "c-0-0", "2", "c-0-1", "1")).hasStatus(303);
        assertThat(shifts()).as("what harms nobody").contains("Desk 08:00 2/2/2 true");
    }

    @Test
    void removesNothingThatIsOnRecordOrHeld() {
        var left = given.shift(conference, early, desk, lobby, Need.of(1));
        var volunteer = given.volunteer(conference);
        given.signUp(volunteer, left);
        given.withdraw(volunteer, left);
        var held = given.shift(conference, late, desk, lobby, Need.of(3));
        held.reserve(2, "the sponsor");
        given.save(held);
        assertThat(save("c-0-0=1 c-1-0=3", "c-0-0", "", "c-1-0", ""))
                .hasStatusOk()
                .bodyText()
                .contains("People were on it, and who was where stays on record", "2 places are held.");
        assertThat(shifts()).hasSize(2);
    }

    @Test
    void putsAPastedBlockIntoTheGridWithoutSavingIt() {
        given.shift(conference, early, desk, lobby, Need.of(1));
        var answer = save(
                "c-0-0=1",
                "c-0-0",
                "1",
                "c-1-0",
                "7",
                "firstSlot",
                early.id().timeslotId().toString(),
                "firstColumn",
                column(emcee),
                "block",
                "2\t9\r\n1-3-\r\n",
                "then",
                "paste");
        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("2 cells are filled in and not saved yet", "One value fell beside the grid")
                .contains("value=\"1-3-\"", "value=\"7\"", "class=\"touched\"");
        assertThat(Organizer.hidden(answer, "shown")).isEqualTo("c-0-0=1");
        assertThat(shifts()).hasSize(1);
    }

    @Test
    void leavesAloneWhatIsAnotherConferences() {
        var other = given.conference();
        var theirs = given.shift(
                other,
                given.timeslot(other, "08:00", "10:00"),
                given.role(other, "Bar"),
                given.place(other, "Cellar"),
                Need.of(1));
        for (var fields : List.of(
                List.of("slot", theirs.timeslotId().timeslotId().toString(), "column", column(desk), "c-0-0", "3"),
                List.of(
                        "slot",
                        early.id().timeslotId().toString(),
                        "column",
                        theirs.roleId().roleId() + "." + lobby.id().placeId(),
                        "c-0-0",
                        "3"),
                List.of("slot", "x", "column", column(desk), "c-0-0", "3"))) {
            assertThat(organizer.post(PAGE, fields.toArray(String[]::new)))
                    .hasStatus(409)
                    .bodyText()
                    .contains("Somebody deleted a timeslot, a role or a place of this grid meanwhile")
                    .doesNotContain("Cellar");
        }
        assertThat(shifts()).isEmpty();
        assertThat(organizer.get(PAGE + "?day=x&column=x,y.z," + theirs.roleId().roleId() + "."
                        + theirs.placeId().placeId()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Cellar");
    }

    @Test
    void makesNothingTwiceWhereTwoPressAtOnce() {
        var answers = AtOnce.times(
                4,
                number -> save("", "c-0-0", "2", "from-0", "15", "to-0", "16", "n-0-0", "1")
                        .getResponse()
                        .getStatus());
        assertThat(answers).containsOnly(303);
        assertThat(shifts()).hasSize(2);
    }

    @Test
    void takesAFewStatementsHoweverManyShiftsThereAre() {
        given.shift(conference, early, desk, lobby, Need.of(1));
        var few = SqlCount.of(() -> assertThat(organizer.get(PAGE)).hasStatusOk());
        var wanted = new ArrayList<String>();
        IntStream.range(0, 40).forEach(number -> {
            var slot = given.timeslot(conference, "12:%02d".formatted(number), "13:00");
            given.shift(conference, slot, desk, lobby, Need.of(1));
            wanted.add(slot.id().timeslotId().toString());
        });
        var many = SqlCount.of(() -> assertThat(organizer.get(PAGE)).hasStatusOk());
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(10);
        var shown = new ArrayList<String>();
        var fields = new ArrayList<String>();
        wanted.forEach(slot -> {
            fields.addAll(List.of("c-" + shown.size() + "-0", "2", "c-" + shown.size() + "-1", "2", "slot", slot));
            shown.add("c-" + shown.size() + "-0=1");
        });
        fields.addAll(List.of("column", column(desk), "column", column(emcee), "shown", String.join(" ", shown)));
        fields.addAll(List.of("day", conference.firstDay().toString()));
        var saving = SqlCount.of(() ->
                assertThat(organizer.post(PAGE, fields.toArray(String[]::new))).hasStatus(303));
        assertThat(shifts()).hasSize(81);
        assertThat(saving).as("40 new ones and 40 changes").hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void tellsWhatCannotBeReadWithoutFailing() {
        for (var bad : List.of("\0", "99:99", "<b>", "x".repeat(5_000), "１２", "=")) {
            assertThat(save(bad, "c-0-0", bad, "from-0", bad, "to-0", bad, "n-0-0", bad, "mine", bad, "day", bad))
                    .as(bad)
                    .satisfies(answer ->
                            assertThat(answer.getResponse().getStatus()).isLessThan(500));
        }
    }

    /** Posts the grid of two timeslots and two roles with these values in it. */
    private MvcTestResult save(String shown, String... fields) {
        var all = new ArrayList<>(List.of(
                "day", conference.firstDay().toString(),
                "slot", early.id().timeslotId().toString(),
                "slot", late.id().timeslotId().toString(),
                "column", column(desk),
                "column", column(emcee),
                "shown", shown));
        all.addAll(List.of(fields));
        return organizer.post(PAGE, all.toArray(String[]::new));
    }

    private String column(Role role) {
        return role.id().roleId() + "." + lobby.id().placeId();
    }

    /** Role, start, numbers, and whether it is published. */
    private List<String> shifts() {
        return jdbc.sql("""
                        select role.name || ' ' || to_char(lower(during) at time zone 'America/New_York', 'HH24:MI') || ' '
                               || minimum || '/' || wanted || '/' || coalesce(capacity::text, 'null') || ' ' || published
                        from shift join role using (role_id) where shift.conference_id = ?
                        order by 1
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }
}
