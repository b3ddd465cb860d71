package org.manyhands.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.GivenTalks;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.role.Role;
import org.manyhands.schedule.ScheduleCsv;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the programme to drafts, by way of a grid. */
@IntegrationTest
class BlocksControllerTests {

    private static final String PAGE = "/shifts/blocks";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private GivenTalks talks;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;
    private Place hall;
    private Role emcee;
    private Role timekeeper;

    /** As the page knew the schedule. */
    private int revision = 0;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        hall = given.place(conference, "Hall");
        emcee = given.role(conference, "Emcee");
        timekeeper = given.role(conference, "Timekeeper");
    }

    @Test
    void saysWhatIsMissingFirst() {
        assertThat(organizer.get(PAGE)).hasStatusOk().bodyText().contains("There are no talks yet");
        talks.talk(conference, "A", "09:00", "10:00", hall);
        assertThat(organizer.get(PAGE)).hasStatusOk().bodyText().contains("Show the blocks", "Emcee", "Hall");
        assertThat(organizer.get(PAGE + "?show=true"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "There is a problem",
                        "Choose for which roles",
                        "Choose at least one day",
                        "at least one place");
    }

    @Test
    void listsRoomsThatAreNoPlaces() {
        organizer.useSchedule(
                "schedule.csv",
                ScheduleCsv.of(conference).talk("A", "09:00", "10:00", "Attic").bytes());
        assertThat(organizer.get(PAGE)).bodyText().contains("One room is none of your places", "Attic", "#rooms");
    }

    @Test
    void makesNothingOfAProgrammeThatMovedMeanwhile() {
        organizer.useSchedule(
                "schedule.csv",
                ScheduleCsv.of(conference).talk("A", "09:00", "10:00", "Hall").bytes());
        assertThat(show(emcee)).bodyText().contains("name=\"revision\" value=\"1\"");
        assertThat(make(row(0, "09:00", "10:00", "emcee", "1", "1", "1")))
                .hasStatusOk()
                .bodyText()
                .contains("Somebody changed the schedule, shifts, roles or places meanwhile", "value=\"09:00\"");
        assertThat(shifts()).isEmpty();
        revision = 1;
        assertThat(make(row(0, "09:00", "10:00", "emcee", "1", "1", "1"))).hasStatus(303);
    }

    @Test
    void showsTheBlocksAsTheyAre() {
        talks.talk(conference, "First", "09:00", "10:00", hall);
        talks.talk(conference, "Second", "10:05", "11:00", hall);
        talks.talk(conference, "Third", "13:00", "14:00", hall);
        assertThat(show(emcee))
                .hasStatusOk()
                .bodyText()
                .contains("First", "Second", "Third", "name=\"take-emcee-1\"", "value=\"09:00\"", "value=\"11:00\"")
                .doesNotContain("take-emcee-2", "take-timekeeper");
    }

    @Test
    void makesTheTickedOnesAsDraftsAndSkipsThoseThatStand() {
        talks.talk(conference, "First", "09:00", "10:00", hall);
        talks.talk(conference, "Second", "13:00", "14:00", hall);
        var slot = given.timeslot(conference, "09:00", "10:00");
        given.shift(conference, slot, emcee, hall, Need.of(1));
        assertThat(show(emcee, timekeeper)).bodyText().contains("There is this shift already");
        var made = make(
                row(0, "09:00", "10:00", "emcee", "1", "1", "1"),
                row(0, "09:00", "10:00", "timekeeper", "1", "2", "3"),
                row(1, "13:00", "14:15", "emcee", "0", "1", ""));
        assertThat(made).hasStatus(303).hasRedirectedUrl("/" + conference.slug() + "/organize/shifts");
        assertThat(organizer.follow(made))
                .bodyText()
                .contains("2 shifts are made, as drafts; one was there already and is left as it is.");
        assertThat(shifts())
                .containsExactly("Emcee 1/1/1 true 0", "Emcee 0/1/null false 1", "Timekeeper 1/2/3 false 1");
        assertThat(jdbc.sql("select count(*) from timeslot where conference_id = ?")
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("""
                                select count(*) from audit_event
                                where conference_id = ? and action in ('shift.added', 'timeslot.added')
                                  and account_id is not null and detail ? 'after'
                                """.replace("detail ?", "detail ??"))
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void keepsWhatWasTypedWhereSomethingIsWrong() {
        talks.talk(conference, "First", "09:00", "10:00", hall);
        assertThat(make(row(0, "nine", "10:00", "emcee", "3", "two", "1")))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", "Enter when it starts, such as 08:30", "whole number from 1 to 500")
                .contains("id=\"from-0-error\"", "id=\"wanted-emcee-0-error\"")
                .contains("href=\"#from-0\"", "href=\"#wanted-emcee-0\"", "value=\"nine\"", "value=\"two\"")
                .contains("checked");
        assertThat(make(row(0, "09:00", "10:00", "emcee", "3", "2", "1")))
                .hasStatusOk()
                .bodyText()
                .contains("This is less than the 3 it needs at least");
        assertThat(make(row(0, "09:00", "09:00", "emcee", "1", "1", "1")))
                .bodyText()
                .contains("It ends when it starts");
        assertThat(make(new String[0])).hasStatusOk().bodyText().contains("Nothing is ticked");
        assertThat(shifts()).isEmpty();
    }

    @Test
    void tellsWhatCannotBeReadWithoutFailing() {
        talks.talk(conference, "First", "09:00", "10:00", hall);
        for (var bad : List.of("", "\0", "99:99", "<b>", "x".repeat(5_000), "１２:００")) {
            assertThat(make(row(0, bad, bad, "emcee", bad, bad, bad))).as(bad).hasStatusOk();
        }
        assertThat(organizer.get(PAGE + "?show=true&role=x&day=x&place=x")).hasStatusOk();
        assertThat(organizer.post(PAGE, "role", "x", "place-0", "x", "place-999", "y"))
                .hasStatusOk();
    }

    @Test
    void knowsNoPlaceOfAnotherConference() {
        talks.talk(conference, "First", "09:00", "10:00", hall);
        var other = given.conference();
        hall = given.place(other, "Hall");
        assertThat(make(row(0, "09:00", "10:00", "emcee", "1", "1", "1")))
                .hasStatusOk()
                .bodyText()
                .contains("so nothing was made");
        var theirs = given.role(other, "Emcee");
        assertThat(organizer.post(PAGE, "role", theirs.id().roleId().toString(), "take-emcee-0", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing is ticked");
    }

    @Test
    void makesTwoHundredAtMostAtOnce() {
        var day = new ArrayList<String>();
        for (var i = 0; i < 41; i++) {
            var place = given.place(conference, "Room " + i);
            for (var hour = 8; hour < 18; hour += 4) {
                talks.talk(conference, "T" + i + hour, "%02d:00".formatted(hour), "%02d:00".formatted(hour + 1), place);
            }
            day.add("&place=" + place.id().placeId());
        }
        assertThat(organizer.get(query(emcee, timekeeper) + String.join("", day)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "That would be 246 shifts, and 200 are made most at once".replace("made most", "made at most"));
    }

    @Test
    void takesAFewStatementsHoweverManyThereAre() {
        for (var hour = 0; hour < 20; hour++) {
            talks.talk(conference, "T" + hour, "%02d:00".formatted(hour), "%02d:30".formatted(hour), hall);
        }
        var few = SqlCount.of(() -> assertThat(make(row(0, "00:00", "00:30", "emcee", "1", "1", "1")))
                .hasStatus(303));
        var rows = new ArrayList<String[]>();
        for (var hour = 1; hour < 20; hour++) {
            rows.add(row(hour, "%02d:00".formatted(hour), "%02d:30".formatted(hour), "emcee", "1", "1", "1"));
        }
        var many = SqlCount.of(
                () -> assertThat(make(rows.toArray(String[][]::new))).hasStatus(303));
        assertThat(shifts()).hasSize(20);
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void makesNothingTwiceWhereTwoPressAtOnce() {
        talks.talk(conference, "First", "09:00", "10:00", hall);
        var answers = AtOnce.times(
                4,
                number -> make(row(0, "09:00", "10:00", "emcee", "1", "1", "1"))
                        .getResponse()
                        .getStatus());
        assertThat(answers).containsOnly(303);
        assertThat(shifts()).hasSize(1);
    }

    private MvcTestResult show(Role... roles) {
        return organizer.get(query(roles) + "&place=" + hall.id().placeId());
    }

    private String query(Role... roles) {
        var query = new StringBuilder(PAGE + "?show=true&day=" + conference.firstDay());
        for (var role : roles) {
            query.append("&role=").append(role.id().roleId());
        }
        return query.toString();
    }

    private String[] row(
            int number, String from, String to, String role, String minimum, String wanted, String maximum) {
        var of = "-" + role + "-" + number;
        return new String[] {
            "place-" + number, hall.id().placeId().toString(),
            "day-" + number, conference.firstDay().toString(),
            "from-" + number, from,
            "to-" + number, to,
            "take" + of, "true",
            "minimum" + of, minimum,
            "wanted" + of, wanted,
            "maximum" + of, maximum
        };
    }

    private MvcTestResult make(String[]... rows) {
        var fields = new ArrayList<>(List.of(
                "role", emcee.id().roleId().toString(),
                "role", timekeeper.id().roleId().toString(),
                "day", conference.firstDay().toString(),
                "place", hall.id().placeId().toString()));
        fields.addAll(List.of("revision", String.valueOf(revision)));
        for (var row : rows) {
            fields.addAll(List.of(row));
        }
        return organizer.post(PAGE, fields.toArray(String[]::new));
    }

    /** Role, numbers, whether it is published, and how many talks it is tied to. */
    private List<String> shifts() {
        return jdbc.sql("""
                        select role.name || ' ' || minimum || '/' || wanted || '/' || coalesce(capacity::text, 'null')
                               || ' ' || published || ' '
                               || (select count(*) from shift_talk where shift_talk.shift_id = shift.shift_id)
                        from shift join role using (role_id) where shift.conference_id = ?
                        order by role.name, lower(during)
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }
}
