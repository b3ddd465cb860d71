package org.manyhands.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
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

    @Test
    void namesTheDaysOfShiftsThatLieOutsideOfIt() {
        var day = conference.firstDay();
        given.shift(conference, "08:00", "10:00", Need.of(1));
        given.shift(conference, "12:00", "14:00", Need.of(1));
        var moved = organizer.post(
                "/settings",
                form,
                "firstDay",
                day.plusDays(1).toString(),
                "lastDay",
                day.plusDays(2).toString());
        assertThat(organizer.follow(moved))
                .bodyText()
                .contains("Saved.", "outside the conference’s days now", "organize/shifts?day=" + day, "2 shifts");
        var back = organizer.post(
                "/settings", form, "firstDay", day.toString(), "lastDay", day.toString(), "version", "1");
        assertThat(organizer.follow(back)).bodyText().contains("Saved.").doesNotContain("outside the conference");
        var renamed = organizer.post(
                "/settings",
                form,
                "firstDay",
                day.toString(),
                "lastDay",
                day.toString(),
                "name",
                "New",
                "version",
                "2");
        assertThat(organizer.follow(renamed)).bodyText().contains("Saved.");
    }

    @ParameterizedTest
    @CsvSource({
        "name,'',Enter a name",
        "town,'',Town: Enter the town",
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
        "waitlist.cutoffHours,169,Given at once: Enter 168 or less",
        "waitlist.offerMinutes,9,Time to say yes: Enter 10 or more",
        "waitlist.offerMinutes,2881,Time to say yes: Enter 2880 or less",
        "waitlist.offerMinutes,soon,Time to say yes: Enter a whole number",
        "limits.hoursADay,25,Hours on one day: Enter 24 or less",
        "limits.restMinutes,721,Rest between two shifts: Enter 720 or less",
        "limits.firstShifts,21,Shifts in the first days: Enter 20 or less",
        "limits.firstDays,31,First days: Enter 30 or less",
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
    void savesHowTheLineIsServedAndHowMuchOneMayTake() {
        assertThat(organizer.get("/settings"))
                .bodyText()
                .contains("value=\"12\"", "value=\"120\"", "It needs a time at which sign-up opens");
        limit("48", "2880", "24", "720", "20", "30");
        assertThat(stored().waitlist()).isEqualTo(new WaitlistTerms(Duration.ofDays(2), Duration.ofDays(2)));
        assertThat(stored().limits()).isEqualTo(new SignupLimits(24, Duration.ofHours(12), 20, 30));
        assertThat(organizer.get("/settings")).bodyText().contains("value=\"48\"", "value=\"2880\"", "value=\"720\"");
        assertThat(Organizer.audited(jdbc, conference.id().conferenceId()))
                .singleElement()
                .asString()
                .contains("\"hoursADay\": null", "\"hoursADay\": 24", "\"offerMinutes\": 120");
    }

    @Test
    void holdsTheTablesLimits() {
        limit("168", "10", "1", "0", "1", "1");
        limit("0", "2880", "24", "720", "20", "30");
        assertThat(stored().waitlist()).isEqualTo(new WaitlistTerms(Duration.ZERO, Duration.ofDays(2)));
    }

    @Test
    void hasNoLimitWhereNothingIsTyped() {
        limit("12", "120", "8", "60", "2", "5");
        limit("", "", "", "", "", "");
        assertThat(stored().waitlist()).isEqualTo(WaitlistTerms.USUAL);
        assertThat(stored().limits()).isEqualTo(new SignupLimits(null, Duration.ZERO, null, 5));
    }

    @Test
    void keepsWaitlistAndLimitsWhereTheFormDoesNotKnowThem() {
        limit("24", "60", "8", "30", "2", "5");
        assertThat(organizer.post("/settings", form, "version", "1")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(stored().waitlist()).isEqualTo(new WaitlistTerms(Duration.ofHours(24), Duration.ofHours(1)));
        assertThat(stored().limits()).isEqualTo(new SignupLimits(8, Duration.ofMinutes(30), 2, 5));
        assertThat(organizer.post("/settings", form, "version", "2", "town", ""))
                .hasStatusOk()
                .bodyText()
                .contains("Town: Enter the town")
                .doesNotContain("waitlist.", "limits.");
    }

    private void limit(String cutoff, String offer, String hours, String rest, String shifts, String days) {
        form.put("waitlist.cutoffHours", cutoff);
        form.put("waitlist.offerMinutes", offer);
        form.put("limits.hoursADay", hours);
        form.put("limits.restMinutes", rest);
        form.put("limits.firstShifts", shifts);
        form.put("signupOpensAt", "2027-01-10T09:00");
        form.put("limits.firstDays", days);
        assertThat(organizer.post("/settings", form, "version", "" + stored().version()))
                .hasStatus(HttpStatus.SEE_OTHER);
        form.keySet().removeIf(field -> field.contains("."));
    }

    @Test
    void countsFirstDaysOnlyFromAnOpening() {
        assertThat(organizer.post("/settings", form, "limits.firstShifts", "2"))
                .hasStatusOk()
                .bodyText()
                .contains("Shifts in the first days: First days are counted from when sign-up opens");
        limit("12", "120", "", "", "2", "5");
        assertThat(organizer.post("/settings", form, "signupOpensAt", "", "version", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("Sign-up opens: First days are counted from when sign-up opens");
        assertThatThrownBy(() -> jdbc.sql("update conference set signup_opens_at = null where conference_id = ?")
                        .param(conference.id().conferenceId())
                        .update())
                .hasMessageContaining("conference_first_days_follow_an_opening");
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
        assertThat(Organizer.audited(jdbc, conference.id().conferenceId()))
                .hasSize(3)
                .last()
                .isEqualTo(
                        "conference.published {\"after\": {\"published\": true}, \"before\": {\"published\": false}}");
    }

    @Test
    void countsItsOwnPublishedShiftsAlone() {
        given.shift(given.conference(), "08:00", "10:00", Need.of(1));
        assertThat(organizer.get("/settings")).bodyText().contains("Published shifts</a></dt><dd>none yet");
        given.shift(conference, "08:00", "10:00", Need.of(1));
        assertThat(organizer.get("/settings")).bodyText().contains("Published shifts</a></dt><dd>1 ✓");
    }

    /** One of the two comes first: whoever has a shift can see the conference it is of. */
    @Test
    void isNeverHiddenFromSomebodyWhoTakesAShiftAtThatMoment() throws Exception {
        organizer.post("/settings/publish");
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < 40; round++) {
                var shift = given.shift(conference, "08:00", "10:00", Need.of(1));
                var ida = given.volunteer(conference);
                var start = new CyclicBarrier(2);
                var hiding = both.submit(() -> {
                    start.await();
                    return organizer.post("/settings/unpublish").getResponse().getStatus();
                });
                var taking = both.submit(() -> {
                    start.await();
                    given.signUp(ida, shift);
                    return null;
                });
                taking.get();
                assertThat(hiding.get()).isEqualTo(303);
                var taken = placesTaken();
                assertThat(stored().isPublished()).isEqualTo(taken > 0);
                given.withdraw(ida, shift);
                organizer.post("/settings/publish");
            }
        }
    }

    private int placesTaken() {
        return jdbc.sql("select sum(taken) from shift where conference_id = ?")
                .param(conference.id().conferenceId())
                .query(Integer.class)
                .single();
    }

    private Conference stored() {
        return conferences.findById(conference.id()).orElseThrow();
    }
}
