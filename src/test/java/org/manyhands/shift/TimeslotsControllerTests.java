package org.manyhands.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.shared.TimeRange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The organizer's pages of timeslots, at a conference in the night in which clocks go forward: 14 March 2027. */
@IntegrationTest
class TimeslotsControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Timeslots timeslots;

    @Autowired
    private Shifts shifts;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        conference.takePlace(LocalDate.of(2027, 3, 13), LocalDate.of(2027, 3, 15), ZoneId.of("America/New_York"));
        conference = given.save(conference);
        organizer = new Organizer(mvc, given.organizer(conference), conference);
    }

    @Test
    void listsTimeslotsByDay() {
        assertThat(organizer.get("/timeslots")).hasStatusOk().bodyText().contains("No timeslots yet");
        given.timeslot(conference, "08:00", "10:00");
        assertThat(organizer.get("/timeslots"))
                .bodyText()
                .contains("One timeslot has no shift yet", "Saturday 13 March", "8:00 – 10:00", "Durham, EST");
    }

    @Test
    void readsTimesAsThoseOfTheTown() {
        add("day", "2027-03-13", "from", "08:00", "to", "10:00", "label", "Morning");
        assertThat(onlyOne().during())
                .isEqualTo(new TimeRange(Instant.parse("2027-03-13T13:00:00Z"), Instant.parse("2027-03-13T15:00:00Z")));
        assertThat(Organizer.audited(jdbc, onlyOne().id().timeslotId()))
                .singleElement()
                .asString()
                .contains("timeslot.added", "Morning");
    }

    @Test
    void endsOnTheNextDayWhereTheEndIsBeforeTheStart() {
        add("day", "2027-03-13", "from", "22:00", "to", "04:00");
        assertThat(onlyOne().during().end()).isEqualTo(Instant.parse("2027-03-14T08:00:00Z"));
        assertThat(onlyOne().during().length()).isEqualTo(Duration.ofHours(5));
        assertThat(organizer.get("/timeslots/" + onlyOne().id().timeslotId()))
                .bodyText()
                .contains("value=\"22:00\"", "value=\"04:00\"", "22:00 – 4:00 Sun");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-14,02:30,04:00,'From: 2:30 does not exist in Durham on Sunday 14 March: clocks go forward from 2:00 to 3:00'",
        "2027-03-13,23:00,02:00,To: 2:00 does not exist in Durham on Sunday 14 March",
        "2027-03-13,10:00,10:00,To: It ends when it starts",
        "2027-02-26,10:00,11:00,Day: This is more than 14 days outside the conference",
        "2027-03-30,10:00,11:00,Day: This is more than 14 days outside the conference",
        "2027-03-99,10:00,11:00,'Day: Enter a date, such as'",
        "2027-03-13,ten,11:00,'From: Enter a time, such as'",
        "2027-03-13,10:00,'',To: Enter when it ends",
    })
    void tellsWhatIsWrongAndKeepsWhatWasTyped(String day, String from, String to, String told) {
        assertThat(organizer.post("/timeslots/new", "day", day, "from", from, "to", to, "label", "Night"))
                .hasStatusOk()
                .bodyText()
                .contains(told, "value=\"" + day + "\"", "value=\"" + from + "\"", "value=\"Night\"");
        assertThat(timeslots.findByConferenceId(conference.id())).isEmpty();
    }

    @Test
    void knowsNothingShorterThanAMinute() {
        assertThat(organizer.post("/timeslots/new", "day", "2027-03-13", "from", "10:00:00.1", "to", "10:00:59"))
                .hasStatusOk()
                .bodyText()
                .contains("It ends when it starts");
    }

    @Test
    void standsOnceUnlessALabelTellsTheTwoApart() {
        add("day", "2027-03-13", "from", "08:00", "to", "10:00");
        assertThat(organizer.post("/timeslots/new", "day", "2027-03-13", "from", "08:00", "to", "10:00"))
                .hasStatusOk()
                .bodyText()
                .contains("There is such a timeslot already");
        add("day", "2027-03-13", "from", "08:00", "to", "10:00", "label", "Tutorials");
        assertThat(timeslots.findByConferenceId(conference.id())).hasSize(2);
    }

    @Test
    void isNotLongerThanADayWhereClocksGoBack() {
        conference.takePlace(LocalDate.of(2027, 11, 6), LocalDate.of(2027, 11, 7), ZoneId.of("America/New_York"));
        given.save(conference);
        assertThat(organizer.post("/timeslots/new", "day", "2027-11-06", "from", "10:00", "to", "09:30"))
                .hasStatusOk()
                .bodyText()
                .contains("This would be 24 h 30 min");
    }

    @Test
    void movesShiftsOnWhichNobodyIs() {
        var shift = given.shift(conference, "08:00", "10:00", Need.of(1));
        var slot = timeslots.findById(shift.timeslotId()).orElseThrow();
        jdbc.sql("update shift set handover = '30 minutes' where shift_id = ?")
                .param(shift.id().shiftId())
                .update();
        assertThat(organizer.post(at(slot), "day", "2027-03-15", "from", "09:00", "to", "09:20", "version", "0"))
                .hasStatus(HttpStatus.SEE_OTHER);
        var moved = shifts.findById(shift.id()).orElseThrow();
        assertThat(moved.during().start()).isEqualTo(Instant.parse("2027-03-15T13:00:00Z"));
        assertThat(jdbc.sql("select handover = '10 minutes' from shift where shift_id = ?")
                        .param(shift.id().shiftId())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void staysWhereItIsWithPeopleOnItsShifts() {
        var shift = given.shift(conference, "08:00", "10:00", Need.of(2));
        given.signUp(given.volunteer(conference, "Ida Moreau"), shift);
        given.signUp(given.volunteer(conference, "Jun Ito"), shift);
        var slot = timeslots.findById(shift.timeslotId()).orElseThrow();
        var form = Map.of("day", "2027-03-13", "from", "08:00", "to", "10:00", "label", "", "version", "0");
        assertThat(organizer.post(at(slot), form, "to", "11:00"))
                .hasStatusOk()
                .bodyText()
                .contains("Ida Moreau and Jun Ito are on its shifts", "value=\"11:00\"");
        assertThat(timeslots.findById(slot.id()).orElseThrow().during()).isEqualTo(slot.during());
        assertThat(organizer.post(at(slot), form, "label", "Morning")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(timeslots.findById(slot.id()).orElseThrow().label()).isEqualTo("Morning");
    }

    @Test
    void refusesAStaleEditAndShowsBoth() {
        var slot = given.timeslot(conference, "08:00", "10:00");
        var form = Map.of("day", "2027-03-13", "from", "08:00", "to", "10:00", "version", "0");
        organizer.post(at(slot), form, "label", "Morning");
        assertThat(organizer.post(at(slot), form, "label", "Early"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody else changed this meanwhile", "<dd>Morning</dd>", "value=\"Early\"");
    }

    @Test
    void knowsNoTimeslotOfAnotherConference() {
        var elsewhere = given.timeslot(given.conference(), "08:00", "10:00");
        assertThat(organizer.get(at(elsewhere))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(at(elsewhere), "day", "2027-03-13", "from", "08:00", "to", "09:00", "version", "0"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(at(elsewhere) + "/delete")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void deletesATimeslotWithoutShiftsOnly() {
        var unused = given.timeslot(conference, "08:00", "10:00");
        var used = timeslots
                .findById(given.shift(conference, "12:00", "14:00", Need.of(1)).timeslotId())
                .orElseThrow();
        organizer.post(at(unused) + "/delete");
        organizer.post(at(used) + "/delete");
        assertThat(timeslots.findById(unused.id())).isEmpty();
        assertThat(timeslots.findById(used.id())).isPresent();
        assertThat(organizer.get(at(used))).bodyText().contains("cannot be deleted: it has one shift");
    }

    private void add(String... fields) {
        assertThat(organizer.post("/timeslots/new", fields)).hasStatus(HttpStatus.SEE_OTHER);
    }

    private Timeslot onlyOne() {
        return timeslots.findByConferenceId(conference.id()).getFirst();
    }

    private static String at(Timeslot slot) {
        return "/timeslots/" + slot.id().timeslotId();
    }
}
