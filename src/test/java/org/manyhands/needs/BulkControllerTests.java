package org.manyhands.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
import org.manyhands.shift.Shift;
import org.manyhands.shift.Timeslot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Many timeslots and shifts at once: what is shown, and what a yes does. */
@IntegrationTest
class BulkControllerTests {

    private static final String PAGE = "/needs/bulk";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;
    private Place lobby;
    private Place hall;
    private Role desk;
    private Timeslot early;
    private Timeslot late;
    private Shift first;
    private Shift second;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        lobby = given.place(conference, "Lobby");
        hall = given.place(conference, "Hall");
        desk = given.role(conference, "Desk");
        early = given.timeslot(conference, "08:00", "10:00");
        late = given.timeslot(conference, "10:00", "12:00");
        first = given.shift(conference, early, desk, lobby, Need.between(1, 2, 4));
        second = given.shift(conference, late, desk, lobby, Need.of(1));
    }

    @Test
    void repeatsTimeslotsWithTheirShiftsOverDays() {
        given.timeslot(conference, 1, "08:00", "10:00");
        var wanted = fields("COPY", "slot", slot(early), "slot", slot(late), "onto", day(1), "onto", day(2));
        var preview = organizer.post(PAGE, wanted);
        assertThat(preview)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "7 timeslots and shifts would be made", "Desk, Lobby, ", "<ins>1-2-4</ins>", "Yes, make them");
        assertThat(shifts()).as("a preview changes nothing").hasSize(2);
        assertThat(yes(preview, wanted)).hasStatus(303);
        assertThat(shifts())
                .containsExactly(
                        "0 08:00-10:00 Lobby 1/2/4 true",
                        "0 10:00-12:00 Lobby 1/1/1 true",
                        "1 08:00-10:00 Lobby 1/2/4 false",
                        "1 10:00-12:00 Lobby 1/1/1 false",
                        "2 08:00-10:00 Lobby 1/2/4 false",
                        "2 10:00-12:00 Lobby 1/1/1 false");
        assertThat(slots()).isEqualTo(6);
        assertThat(organizer.post(PAGE, wanted))
                .bodyText()
                .contains("Nothing would be made", "4 are left as they are", "There is such a one already")
                .doesNotContain("Yes, make them");
    }

    @Test
    void copiesAShiftToAnotherTimeAndPlace() {
        var wanted = fields("COPY", "shift", id(second), "start", "14:30", "place", place(hall));
        assertThat(yes(organizer.post(PAGE, wanted), wanted)).hasStatus(303);
        assertThat(shifts()).contains("0 14:30-16:30 Hall 1/1/1 false").hasSize(3);
    }

    @Test
    void cutsASpanOnSeveralDays() {
        var wanted = fields(
                "CUT",
                "onto",
                day(0),
                "onto",
                day(1),
                "from",
                "8",
                "to",
                "13",
                "length",
                "120",
                "overlap",
                "0",
                "role",
                desk.id().roleId().toString(),
                "where",
                place(lobby),
                "people",
                "1-2");
        var preview = organizer.post(PAGE, wanted);
        assertThat(preview).bodyText().contains("8 timeslots and shifts would be made", "2 are left as they are");
        assertThat(yes(preview, wanted)).hasStatus(303);
        assertThat(shifts())
                .contains("0 12:00-13:00 Lobby 1/2/2 false", "1 08:00-10:00 Lobby 1/2/2 false")
                .contains("0 08:00-10:00 Lobby 1/2/4 true")
                .hasSize(6);
    }

    @Test
    void movesTimeslotsThatFollowEachOther() {
        var wanted = fields("MOVE", "slot", slot(early), "slot", slot(late), "minutes", "120");
        assertThat(yes(organizer.post(PAGE, wanted), wanted)).hasStatus(303);
        assertThat(shifts()).containsExactly("0 10:00-12:00 Lobby 1/2/4 true", "0 12:00-14:00 Lobby 1/1/1 true");
        var back = fields("MOVE", "slot", slot(early), "slot", slot(late), "minutes", "-120");
        assertThat(yes(organizer.post(PAGE, back), back)).hasStatus(303);
        assertThat(shifts()).containsExactly("0 08:00-10:00 Lobby 1/2/4 true", "0 10:00-12:00 Lobby 1/1/1 true");
        var onto = fields("MOVE", "slot", slot(early), "minutes", "120");
        assertThat(organizer.post(PAGE, onto)).bodyText().contains("No timeslot would move", "such a one already");
    }

    @Test
    void takesPeopleAlongOnlyWhenToldHow() {
        var volunteer = given.volunteer(conference, "Ida Moreau");
        given.signUp(volunteer, first, second);
        var wanted = fields("MOVE", "slot", slot(early), "minutes", "60");
        var preview = organizer.post(PAGE, wanted);
        assertThat(preview)
                .bodyText()
                .contains("One person is on them, or waits.", "Move them if all can come along")
                .doesNotContain("Yes, move them");
        assertThat(yes(preview, wanted))
                .hasStatus(409)
                .bodyText()
                .contains("Ida Moreau is on its shifts", "Ida Moreau has another shift at the new time");
        assertThat(yes(preview, with(wanted, "along", "TOGETHER")))
                .hasStatus(409)
                .bodyText()
                .contains("Ida Moreau has another shift at the new time, so nothing was moved.");
        assertThat(shifts()).containsExactly("0 08:00-10:00 Lobby 1/2/4 true", "0 10:00-12:00 Lobby 1/1/1 true");
        var both = fields("MOVE", "slot", slot(early), "slot", slot(late), "minutes", "60");
        assertThat(yes(organizer.post(PAGE, both), with(both, "along", "TOGETHER")))
                .hasStatus(303);
        assertThat(shifts()).containsExactly("0 09:00-11:00 Lobby 1/2/4 true", "0 11:00-13:00 Lobby 1/1/1 true");
        assertThat(yes(organizer.post(PAGE, wanted), with(wanted, "along", "ANYHOW")))
                .hasStatus(303)
                .hasRedirectedUrl("/" + conference.slug() + "/organize/conflicts");
    }

    @Test
    void movesShiftsToAnotherPlaceAndTheirPeopleWithThem() {
        given.shift(conference, late, desk, hall, Need.of(1));
        given.signUp(given.volunteer(conference, "Ida Moreau"), first);
        var wanted = fields("PLACE", "slot", slot(early), "shift", id(second), "toPlace", place(hall));
        var preview = organizer.post(PAGE, wanted);
        assertThat(preview).bodyText().contains("One shift would move", "One is left as it is");
        assertThat(yes(preview, wanted)).hasStatus(409).bodyText().contains("Ida Moreau is on this shift as it is");
        assertThat(yes(preview, with(wanted, "along", "TOGETHER"))).hasStatus(303);
        assertThat(shifts()).contains("0 08:00-10:00 Hall 1/2/4 true");
    }

    @Test
    void labelsAndPublishes() {
        var draft = given.shift(conference, early, desk, hall, Need.of(1));
        draft.keepAsDraft();
        given.save(draft);
        var label = fields("RENAME", "slot", slot(early), "label", "Opening");
        assertThat(yes(organizer.post(PAGE, label), label)).hasStatus(303);
        assertThat(organizer.get(PAGE)).bodyText().contains("Opening");
        assertThat(Organizer.audited(jdbc, early.id().timeslotId()))
                .singleElement()
                .asString()
                .contains("Opening");
        var publish = fields("PUBLISH", "slot", slot(early));
        var preview = organizer.post(PAGE, publish);
        assertThat(preview).bodyText().contains("One shift would be published", "It is published already");
        assertThat(yes(preview, publish)).hasStatus(303);
        assertThat(shifts()).contains("0 08:00-10:00 Hall 1/1/1 true");
    }

    @Test
    void doesNothingThatWasNotShown() {
        var wanted = fields("COPY", "slot", slot(early), "onto", day(1));
        var preview = organizer.post(PAGE, wanted);
        given.shift(conference, early, desk, hall, Need.of(7));
        assertThat(yes(preview, wanted))
                .hasStatus(409)
                .bodyText()
                .contains("Nothing was changed yet", "Desk, Hall", "Yes, make them");
        assertThat(shifts()).hasSize(3);
    }

    @Test
    void doesItOnceHoweverOftenItIsPressed() {
        var wanted = fields("COPY", "slot", slot(early), "slot", slot(late), "onto", day(1));
        var preview = organizer.post(PAGE, wanted);
        var answers =
                AtOnce.times(4, number -> yes(preview, wanted).getResponse().getStatus());
        assertThat(answers).containsOnlyOnce(303).containsOnly(303, 409);
        assertThat(shifts()).hasSize(4);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(organizer.post(PAGE, fields("COPY")))
                .hasStatusOk()
                .bodyText()
                .contains("Tick timeslots or shifts first");
        assertThat(organizer.post(PAGE, fields("COPY", "slot", slot(early))))
                .bodyText()
                .contains("Choose onto which days, or another time or place", "checked");
        assertThat(organizer.post(PAGE, fields("CUT", "onto", day(0), "from", "x", "to", "9", "length", "60")))
                .bodyText()
                .contains("Type a time such as 8:30", "value=\"x\"");
        assertThat(organizer.post(
                        PAGE, fields("CUT", "onto", day(0), "from", "8", "to", "9", "length", "60", "overlap", "60")))
                .bodyText()
                .contains("This would never end");
        assertThat(organizer.post(PAGE, fields("MOVE", "slot", slot(early), "minutes", "soon")))
                .hasStatusOk()
                .bodyText()
                .contains("Enter a whole number", "value=\"soon\"");
    }

    @Test
    void knowsNothingOfOtherConferences() {
        var other = given.conference();
        var theirs = given.shift(other, "08:00", "10:00", Need.of(1));
        assertThat(organizer.post(
                        PAGE,
                        fields(
                                "PUBLISH",
                                "shift",
                                id(theirs),
                                "slot",
                                theirs.timeslotId().timeslotId().toString())))
                .hasStatusOk()
                .bodyText()
                .contains("Tick timeslots or shifts first");
        assertThat(organizer.post(
                        PAGE,
                        fields(
                                "PLACE",
                                "slot",
                                slot(early),
                                "toPlace",
                                theirs.placeId().placeId().toString())))
                .hasStatus(404);
        assertThat(organizer.post(
                        PAGE,
                        fields(
                                "CUT",
                                "onto",
                                day(0),
                                "from",
                                "8",
                                "to",
                                "9",
                                "length",
                                "60",
                                "role",
                                theirs.roleId().roleId().toString(),
                                "where",
                                place(lobby),
                                "people",
                                "1")))
                .hasStatus(404);
    }

    @Test
    void takesAFewStatementsHoweverManyShiftsThereAre() {
        var few = SqlCount.of(() -> assertThat(organizer.get(PAGE)).hasStatusOk());
        var wanted = new ArrayList<>(List.of(fields("COPY", "onto", day(1))));
        for (var minute = 0; minute < 40; minute++) {
            var slot = given.timeslot(conference, "12:%02d".formatted(minute), "13:00");
            given.shift(conference, slot, desk, lobby, Need.of(1));
            wanted.addAll(List.of("slot", slot(slot)));
        }
        var many = SqlCount.of(() -> assertThat(organizer.get(PAGE)).hasStatusOk());
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(10);
        var all = wanted.toArray(String[]::new);
        var preview = organizer.post(PAGE, all);
        var saying = SqlCount.of(() -> assertThat(yes(preview, all)).hasStatus(303));
        assertThat(shifts()).hasSize(82);
        assertThat(saying).as("40 timeslots and 40 shifts").hasSizeLessThanOrEqualTo(25);
    }

    private MvcTestResult yes(MvcTestResult preview, String... fields) {
        return organizer.post(PAGE, with(fields, "state", Organizer.hidden(preview, "state")));
    }

    private static String[] fields(String what, String... fields) {
        return with(fields, "what", what);
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    private String day(int later) {
        return conference.firstDay().plusDays(later).toString();
    }

    private static String slot(Timeslot slot) {
        return slot.id().timeslotId().toString();
    }

    private static String id(Shift shift) {
        return shift.id().shiftId().toString();
    }

    private static String place(Place place) {
        return place.id().placeId().toString();
    }

    private int slots() {
        return jdbc.sql("select count(*) from timeslot where conference_id = ?")
                .param(conference.id().conferenceId())
                .query(Integer.class)
                .single();
    }

    /** Day of the conference, times, place, numbers, and whether it is published. */
    private List<String> shifts() {
        return jdbc.sql("""
                        select (lower(during) at time zone zone)::date - first_day || ' '
                               || to_char(lower(during) at time zone zone, 'HH24:MI-')
                               || to_char(upper(during) at time zone zone, 'HH24:MI ') || place.name || ' '
                               || minimum || '/' || wanted || '/' || coalesce(capacity::text, 'null') || ' ' || shift.published
                        from shift join place using (place_id) join conference on shift.conference_id = conference.conference_id
                        where shift.conference_id = ? order by 1
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }
}
