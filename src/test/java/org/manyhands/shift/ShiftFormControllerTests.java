package org.manyhands.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.role.Role;
import org.manyhands.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The organizer's form of a shift. */
@IntegrationTest
class ShiftFormControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Shifts shifts;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;
    private Timeslot timeslot;
    private Role role;
    private Place place;
    private Map<String, String> form;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        timeslot = given.timeslot(conference, "08:00", "10:00");
        role = given.role(conference, "Registration desk");
        place = given.place(conference, "Lobby");
        form = new HashMap<>(Map.of(
                "timeslot", timeslot.id().timeslotId().toString(),
                "role", role.id().roleId().toString(),
                "place", place.id().placeId().toString(),
                "minimum", "1",
                "wanted", "2",
                "maximum", "3",
                "published", "true",
                "version", "0"));
    }

    @Test
    void asksForWhatAShiftIsMadeOfFirst() {
        var fresh = given.conference();
        assertThat(new Organizer(mvc, given.organizer(fresh), fresh).get("/shifts/new"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("First make:", "a timeslot</a></li>", "a role</a></li>", "a place</a></li>");
    }

    @Test
    void createsAShiftWithTheConferencesHandover() {
        conference.handOver(Duration.ofMinutes(15));
        given.save(conference);
        assertThat(organizer.get("/shifts/new?timeslot=" + timeslot.id().timeslotId()))
                .hasStatusOk()
                .bodyText()
                .containsPattern("value=\"" + timeslot.id().timeslotId() + "\"[^>]*selected");
        assertThat(organizer.post(
                        "/shifts/new", form, "reserved", "1", "reservedFor", "the sponsor", "note", "Bring a pen"))
                .hasStatus(HttpStatus.SEE_OTHER);
        var shift = onlyOne();
        assertThat(shift.need()).isEqualTo(Need.between(1, 2, 3));
        assertThat(shift.reservedFor()).isEqualTo("the sponsor");
        assertThat(shift.isPublished()).isTrue();
        assertThat(jdbc.sql("select handover = '15 minutes' from shift where shift_id = ?")
                        .param(shift.id().shiftId())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(Organizer.audited(jdbc, shift.id().shiftId()))
                .singleElement()
                .asString()
                .startsWith("shift.added");
    }

    @Test
    void isADraftWithoutLimitUnlessSaidOtherwise() {
        form.remove("published");
        form.remove("maximum");
        organizer.post("/shifts/new", form);
        assertThat(onlyOne().isPublished()).isFalse();
        assertThat(onlyOne().need().maximum()).isNull();
    }

    @Test
    void offersAnotherOneLikeIt() {
        organizer.post("/shifts/new", form, "then", "another");
        assertThat(organizer.post(
                        "/shifts/new",
                        form,
                        "then",
                        "another",
                        "place",
                        given.place(conference, "Hall").id().placeId().toString()))
                .hasStatus(HttpStatus.SEE_OTHER)
                .redirectedUrl()
                .contains("/organize/shifts/new?like=");
    }

    @ParameterizedTest
    @CsvSource({
        "minimum,-1,At least: Enter 0 or more",
        "minimum,3,Wanted: This is less than the 3 it needs at least",
        "wanted,4,At most: This is less than the 4 that are wanted",
        "wanted,501,Wanted: Enter 500 or less",
        "maximum,1001,At most: Enter 1000 or less",
        "maximum,many,'At most: Enter a whole number, such as 4'",
        "reserved,4,Places held: This is more than the 3 places there are",
        "role,'',Choose a role",
        "role,no-id,Choose one from the list",
    })
    void tellsWhatIsWrongAndKeepsTheRest(String field, String value, String told) {
        assertThat(organizer.post("/shifts/new", form, field, value, "note", "Bring a pen"))
                .hasStatusOk()
                .bodyText()
                .contains(told, "Bring a pen");
        assertThat(shifts.count())
                .isEqualTo(shifts.findAll().stream()
                        .filter(shift -> !shift.conferenceId().equals(conference.id()))
                        .count());
    }

    @Test
    void standsOnce() {
        organizer.post("/shifts/new", form);
        assertThat(organizer.post("/shifts/new", form))
                .hasStatusOk()
                .bodyText()
                .contains("This role has a shift in this timeslot at this place already");
    }

    @Test
    void movesAsLongAsNobodyIsOnIt() {
        var shift = given.shift(conference, timeslot, role, place, Need.of(2));
        var later = given.timeslot(conference, "12:00", "12:30");
        assertThat(organizer.post(
                        at(shift), form, "timeslot", later.id().timeslotId().toString()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(shifts.findById(shift.id()).orElseThrow().during()).isEqualTo(later.during());
        assertThat(Organizer.audited(jdbc, shift.id().shiftId()))
                .singleElement()
                .asString()
                .contains(
                        "shift.changed",
                        timeslot.id().timeslotId().toString(),
                        later.id().timeslotId().toString());
    }

    @Test
    void staysWhatItIsWithPeopleOnIt() {
        var shift = given.shift(conference, timeslot, role, place, Need.of(3));
        given.signUp(given.volunteer(conference, "Ida Moreau"), shift);
        given.signUp(given.volunteer(conference, "Jun Ito"), shift);
        var elsewhen =
                given.timeslot(conference, "12:00", "14:00").id().timeslotId().toString();
        var elsewhat = given.role(conference, "Emcee").id().roleId().toString();
        var elsewhere = given.place(conference, "Hall").id().placeId().toString();
        for (var change : Map.of("timeslot", elsewhen, "role", elsewhat, "place", elsewhere, "published", "false")
                .entrySet()) {
            assertThat(organizer.post(at(shift), form, change.getKey(), change.getValue()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Ida Moreau and Jun Ito are on this shift", "id=\"" + change.getKey() + "-error\"");
        }
        assertThat(organizer.post(at(shift), form, "wanted", "1", "maximum", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("Ida Moreau and Jun Ito are on this shift. It needs at least 2 places");
        assertThat(organizer.post(at(shift), form, "reserved", "2"))
                .bodyText()
                .contains("on this shift and 2 places are held. It needs at least 4 places");
        assertThat(shifts.findById(shift.id()).orElseThrow().version()).isEqualTo(shift.version());
        assertThat(organizer.post(at(shift), form, "maximum", "2", "note", "Come early"))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void refusesAStaleEditAndShowsBoth() {
        var shift = given.shift(conference, timeslot, role, place, Need.of(2));
        organizer.post(at(shift), form, "note", "Bring a pen");
        assertThat(organizer.post(at(shift), form, "note", "Bring two"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody else changed this meanwhile", "<dd>Bring a pen</dd>", ">Bring two</textarea>")
                .contains("name=\"version\" value=\"1\"");
    }

    @Test
    void isNotMadeStaleByPeopleSigningUp() {
        var shift = given.shift(conference, timeslot, role, place, Need.of(2));
        given.signUp(given.volunteer(conference), shift);
        assertThat(organizer.post(at(shift), form, "note", "Bring a pen")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(shifts.findById(shift.id()).orElseThrow().taken()).isOne();
    }

    @Test
    void knowsNothingOfAnotherConference() {
        var other = given.conference();
        var elsewhere = given.shift(other, "08:00", "10:00", Need.of(1));
        assertThat(organizer.get(at(elsewhere))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.get("/shifts/new?like=" + elsewhere.id().shiftId()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(at(elsewhere), form)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(at(elsewhere) + "/delete")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(
                        "/shifts/new", form, "role", elsewhere.roleId().roleId().toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(
                        "/shifts/new",
                        form,
                        "timeslot",
                        elsewhere.timeslotId().timeslotId().toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(
                        "/shifts/new",
                        form,
                        "place",
                        elsewhere.placeId().placeId().toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post("/shifts/new", form, "place", Ids.next().toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void offersNothingOfAnotherConference() {
        var other = given.conference();
        given.shift(
                other,
                given.timeslot(other, "03:00", "04:00"),
                given.role(other, "Strange work"),
                given.place(other, "Far off"),
                Need.of(1));
        assertThat(organizer.get("/shifts/new"))
                .bodyText()
                .contains("8:00 – 10:00", "Registration desk", "Lobby")
                .doesNotContain("3:00 – 4:00")
                .doesNotContain("Strange work")
                .doesNotContain("Far off");
    }

    @Test
    void bindsNothingButTheForm() {
        organizer.post(
                "/shifts/new",
                form,
                "taken",
                "2",
                "conferenceId",
                UUID.randomUUID().toString(),
                "handover",
                "PT1H");
        assertThat(onlyOne().taken()).isZero();
    }

    @Test
    void isDeletedOnlyIfNobodyEverWasOnIt() {
        var unused = given.shift(conference, timeslot, role, place, Need.of(2));
        organizer.post(at(unused) + "/delete");
        assertThat(shifts.findById(unused.id())).isEmpty();

        var used = given.shift(conference, "12:00", "14:00", Need.of(2));
        var ida = given.volunteer(conference, "Ida Moreau");
        given.signUp(ida, used);
        assertThat(organizer.get(at(used))).bodyText().contains("It cannot be deleted: Ida Moreau is on it");
        organizer.post(at(used) + "/delete");
        given.withdraw(ida, used);
        organizer.post(at(used) + "/delete");
        assertThat(shifts.findById(used.id())).isPresent();
    }

    private Shift onlyOne() {
        return shifts.findAll().stream()
                .filter(shift -> shift.conferenceId().equals(conference.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String at(Shift shift) {
        return "/shifts/" + shift.id().shiftId();
    }
}
