package org.manyhands.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What holds for a whole conference, and whether it is published. */
@IntegrationTest
class SettingsControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Conferences conferences;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;
    private Map<String, String> form;

    @BeforeEach
    void openConference() {
        conference = given.unpublishedConference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        form = new HashMap<>(Map.of(
                "name", "DjangoCon US 2027",
                "town", "Durham",
                "firstDay", "2027-03-13",
                "lastDay", "2027-03-15",
                "zone", "America/New_York",
                "contactName", "Priya Raman",
                "contactEmail", "priya@example.org",
                "conductUrl", "https://example.org/conduct",
                "version", "0"));
    }

    @Test
    void savesWhatHoldsForTheConference() {
        assertThat(organizer.get("/settings"))
                .hasStatusOk()
                .bodyText()
                .contains("Only organizers see this conference yet", "New York (America)", "missing", "none yet");
        assertThat(organizer.post(
                        "/settings",
                        form,
                        "welcome",
                        "Come and help",
                        "contactPhone",
                        "+1 919 555 0100",
                        "chatUrl",
                        "https://chat.example.org",
                        "signupOpensAt",
                        "2027-01-10T09:00",
                        "signupClosesAt",
                        "2027-03-12T18:00",
                        "handoverMinutes",
                        "15"))
                .hasStatus(HttpStatus.SEE_OTHER);
        var stored = stored();
        assertThat(stored.name()).isEqualTo("DjangoCon US 2027");
        assertThat(stored.firstDay()).isEqualTo(LocalDate.of(2027, 3, 13));
        assertThat(stored.contact()).isEqualTo(new Contact("Priya Raman", "priya@example.org", "+1 919 555 0100"));
        assertThat(stored.signupWindow())
                .isEqualTo(
                        new SignupWindow(Instant.parse("2027-01-10T14:00:00Z"), Instant.parse("2027-03-12T23:00:00Z")));
        assertThat(stored.handover()).isEqualTo(Duration.ofMinutes(15));
        assertThat(Organizer.audited(jdbc, conference.id().conferenceId()))
                .singleElement()
                .asString()
                .contains("conference.changed", "\"before\"", "\"after\"", "Come and help");
        assertThat(organizer.get("/settings")).bodyText().contains("value=\"2027-01-10T09:00\"");
    }

    @ParameterizedTest
    @CsvSource({
        "name,'',Enter a name",
        "town,'',Town: Fill this in",
        "firstDay,someday,'First day: Enter a date'",
        "firstDay,1999-12-31,First day: Enter a day of the years 2000 to 2100",
        "lastDay,2027-03-12,Last day: The last day is before the first",
        "lastDay,2027-05-13,Last day: A conference has at most 61 days",
        "zone,Mars/Olympus,Choose a time zone from the list",
        "zone,+03:00,Choose a time zone from the list",
        "zone,'',Choose a time zone from the list",
        "contactEmail,priya,Their e-mail: Enter an e-mail address",
        "conductUrl,javascript:alert(1),Code of conduct: Enter a whole address",
        "conductUrl,https://[zz/%zz,Code of conduct: Enter a whole address",
        "chatUrl,chat.example.org,Chat: Enter a whole address",
        "chatUrl,https://chat.example.org/%zz,Chat: Enter a whole address",
        "signupClosesAt,2027-01-09T09:00,Sign-up closes: Sign-up would close before it opens",
        "signupClosesAt,2027-03-14T02:30,Sign-up closes: 2:30 does not exist in Durham on Sunday 14 March",
        "signupClosesAt,+300000-01-01T09:00,Sign-up closes: Enter a day of the years 2000 to 2100",
        "signupOpensAt,-5000-01-01T09:00,Sign-up opens: Enter a day of the years 2000 to 2100",
        "handoverMinutes,61,Handover: Enter 60 or less",
    })
    void tellsWhatIsWrongAndKeepsTheRest(String field, String value, String told) {
        form.put("signupOpensAt", "2027-01-10T09:00");
        assertThat(organizer.post("/settings", form, "welcome", "Come and help", field, value))
                .hasStatusOk()
                .bodyText()
                .contains(told, "Come and help");
        assertThat(stored().version()).isZero();
    }

    @Test
    void refusesAStaleEditAndShowsBoth() {
        organizer.post("/settings", form, "town", "Raleigh");
        assertThat(organizer.post("/settings", form, "town", "Chapel Hill"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody else changed this meanwhile", "<dd>Raleigh</dd>", "value=\"Chapel Hill\"")
                .contains("name=\"version\" value=\"1\"");
    }

    @Test
    void keepsItsAddressAndItsState() {
        organizer.post("/settings", form, "slug", "other", "published", "true");
        assertThat(stored().slug()).isEqualTo(conference.slug());
        assertThat(stored().isPublished()).isFalse();
    }

    @Test
    void keepsItsZoneAsSoonAsThereAreTimeslots() {
        assertThat(organizer.post("/settings", form, "zone", "Europe/Brussels")).hasStatus(HttpStatus.SEE_OTHER);
        given.timeslot(conference, "08:00", "10:00");
        assertThat(organizer.post("/settings", form, "version", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("One timeslot is set in this conference’s time zone");
        assertThat(stored().zone()).isEqualTo(ZoneId.of("Europe/Brussels"));
    }

    @Test
    void isPublishedAndHiddenAgainWhileNobodyHasAShift() {
        organizer.post("/settings/publish");
        assertThat(stored().isPublished()).isTrue();
        organizer.post("/settings/unpublish");
        assertThat(stored().isPublished()).isFalse();
        organizer.post("/settings/publish");

        given.signUp(given.volunteer(conference), given.shift(conference, "08:00", "10:00", Need.of(1)));
        organizer.post("/settings/unpublish");
        assertThat(stored().isPublished()).isTrue();
        assertThat(Organizer.audited(jdbc, conference.id().conferenceId())).hasSize(3);
    }

    private Conference stored() {
        return conferences.findById(conference.id()).orElseThrow();
    }
}
