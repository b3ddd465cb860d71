package org.manyhands.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.AroundNow;
import org.manyhands.AroundNow.Held;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.conference.RolesInSight;
import org.manyhands.signup.CheckInDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The list at the desk, its search, and what is pressed there. */
@IntegrationTest
class CheckInPagesTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private People people;

    @Autowired
    private Expected expected;

    private AroundNow around;
    private Conference conference;
    private Organizer organizer;

    @BeforeEach
    void openConference() {
        around = new AroundNow(given, jdbc, clock);
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
    }

    @Test
    void listsWhoIsExpectedAroundNowAndHowNobodyIsReached() {
        around.somebody(conference, "Ida Moreau", Duration.ofMinutes(-30), HOUR);
        around.somebody(conference, "Kwame Mensah", HOUR, HOUR);
        around.somebody(conference, "Late Tonight", Duration.ofHours(5), HOUR);
        around.somebody(conference, "Gone Yesterday", Duration.ofHours(-25), HOUR);
        assertThat(organizer.get("/checkin"))
                .hasStatusOk()
                .bodyText()
                .contains("One person is not here yet", "Ida Moreau", "▲ Not here yet", "Kwame Mensah", "Arrived")
                .doesNotContain("Late Tonight", "Gone Yesterday", "@volunteers.example");
    }

    @Test
    void narrowsToAPlace() {
        var hall = given.place(conference, "Hall");
        around.somebody(conference, "Ida Moreau", given.role(conference, "Emcee"), hall, HOUR, HOUR);
        around.somebody(conference, "Kwame Mensah", HOUR, HOUR);
        assertThat(organizer.get("/checkin?place=hall"))
                .bodyText()
                .contains("Ida Moreau")
                .doesNotContain("Kwame Mensah");
    }

    @Test
    void findsPeopleOfTodayByThreeLettersAndSaysWhoHasNoShiftToday() {
        around.somebody(conference, "Late Tonight", Duration.ofHours(5), HOUR);
        around.somebody(conference, "Latecomer Nextweek", Duration.ofHours(70), HOUR);
        given.volunteer(conference, "Latoya Without");
        assertThat(organizer.get("/checkin?q=LAT"))
                .bodyText()
                .contains(
                        "Late Tonight",
                        "No shift today",
                        "Latecomer Nextweek",
                        "next on",
                        "Latoya Without",
                        "no shift to come");
        assertThat(organizer.get("/checkin?q=la"))
                .bodyText()
                .contains("Type at least three letters")
                .doesNotContain("Late Tonight");
        assertThat(organizer.get("/checkin?q=nobody")).bodyText().contains("Nobody is called that");
    }

    @Test
    void takesOnePressToArriveAndOneToLeave() {
        var ida = around.somebody(conference, "Ida Moreau", Duration.ofMinutes(-20), HOUR);
        var pressed = organizer.post(step(ida, "arrived"), "place", "hall");
        assertThat(pressed)
                .hasStatus(303)
                .hasRedirectedUrl("/" + conference.slug() + "/organize/checkin?place=hall#s-"
                        + ida.signup().signupId());
        assertThat(organizer.get("/checkin")).bodyText().contains("✓ Here since", "Came 20 min late.", "Left");
        organizer.post(step(ida, "left"));
        assertThat(organizer.get("/checkin")).bodyText().contains("Went 40 min early.", "Undo", "Correct");
        organizer.post(step(ida, "undo"), "version", String.valueOf(around.versionOf(ida)));
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED ARRIVED");
    }

    @Test
    void answersAStaleUndoKindly() {
        var ida = around.somebody(conference, "Ida Moreau", HOUR, HOUR);
        var shown = String.valueOf(around.versionOf(ida));
        organizer.post(step(ida, "arrived"));
        assertThat(organizer.follow(organizer.post(step(ida, "undo"), "version", shown)))
                .bodyText()
                .contains(
                        "Nothing was changed: somebody else wrote something down meanwhile. Now Ida Moreau is here since");
    }

    @Test
    void takesAKindWordWithANoShow() {
        var ida = around.somebody(conference, "Ida Moreau", HOUR, HOUR);
        assertThat(organizer.get(step(ida, "no-show") + "?q=ida"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"ida\"");
        organizer.post(step(ida, "no-show"), "note", "Ill, told us at 8");
        assertThat(organizer.get("/checkin")).bodyText().contains("Did not come", "Ill, told us at 8");
        assertThat(organizer.post(step(ida, "no-show"), "note", "x".repeat(301)))
                .hasStatusOk();
    }

    @Test
    void correctsTimesByHand() {
        var ida = around.somebody(conference, "Ida Moreau", Duration.ofHours(-3), HOUR);
        var version = String.valueOf(around.versionOf(ida));
        var day = conference.zone();
        var start = clock.instant()
                .atZone(day)
                .toLocalDateTime()
                .minusHours(3)
                .withSecond(0)
                .withNano(0);
        assertThat(organizer.post(
                        step(ida, ""),
                        "arrived",
                        start.toString(),
                        "done",
                        start.minusMinutes(5).toString(),
                        "version",
                        version))
                .hasStatusOk()
                .bodyText()
                .contains("They would have left before they arrived");
        assertThat(organizer.post(step(ida, ""), "arrived", "", "done", start.toString(), "version", version))
                .bodyText()
                .contains("Enter when they arrived");
        assertThat(organizer.post(
                        step(ida, ""),
                        "arrived",
                        start.toString(),
                        "done",
                        start.plusMinutes(61).toString(),
                        "version",
                        version))
                .hasStatus(303);
        assertThat(organizer.get("/checkin?q=ida")).bodyText().contains("1 h 1 min");
        assertThat(organizer.post(step(ida, ""), "arrived", start.toString(), "done", "", "version", version))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else changed this meanwhile");
    }

    @Test
    void showsAnOfferedPlaceAsNotYetTheirs() {
        var ida = around.somebody(conference, "Ida Moreau", HOUR, HOUR);
        jdbc.sql("update signup set state = 'OFFERED', offered_until = '2100-01-01' where signup_id = ?")
                .param(ida.signup().signupId())
                .update();
        assertThat(organizer.get("/checkin"))
                .bodyText()
                .contains("has not said yes to it yet")
                .doesNotContain(step(ida, "arrived"));
        assertThat(organizer.follow(organizer.post(step(ida, "arrived"))))
                .bodyText()
                .contains("Nothing was changed: Ida Moreau has left this shift, or has not said yes to it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrived", "left", "undo", "no-show", ""})
    void findsNobodyOfAnotherConference(String step) {
        var stranger = around.somebody(given.conference(), "Ida Moreau", HOUR, HOUR);
        assertThat(organizer.post(step(stranger, step), "version", "0")).hasStatus(404);
        assertThat(around.stateOf(stranger)).isEqualTo("CONFIRMED EXPECTED");
    }

    @Test
    void letsTheDeskCheckInEverybodyButReadNoNotesNorLinkScreens() {
        var ida = around.somebody(conference, "Ida Moreau", HOUR, HOUR);
        var desk = new Organizer(mvc, member("DESK"), conference);
        assertThat(desk.post(step(ida, "no-show"), "note", "Ill, told us at 8")).hasStatus(303);
        assertThat(desk.get("/checkin"))
                .hasStatusOk()
                .bodyText()
                .contains("Ida Moreau", "Did not come")
                .doesNotContain("told us at 8", "@volunteers.example", "/displays", "/organize/roster");
        assertThat(desk.get(step(ida, ""))).hasStatusOk().bodyText().doesNotContain("told us at 8", "name=\"note\"");
        var version = String.valueOf(around.versionOf(ida));
        desk.post(step(ida, ""), "arrived", "", "done", "", "note", "Overwritten", "version", version);
        assertThat(organizer.get("/checkin")).bodyText().contains("Ill, told us at 8");
        assertThat(desk.get("/checkin/displays")).hasStatus(404);
        assertThat(desk.post("/checkin/displays", "kind", "DESK", "name", "TV")).hasStatus(404);
    }

    @Test
    void letsARoleLeadCheckInTheirOwnRolesOnly() {
        var mine = given.role(conference, "Mine");
        var ida = around.somebody(conference, "Ida Mine", mine, given.place(conference, "Hall"), HOUR, HOUR);
        var other = around.somebody(conference, "Ida Other", HOUR, HOUR);
        var account = member("ROLE_LEAD");
        jdbc.sql("insert into role_lead (conference_id, account_id, role_id) values (?, ?, ?)")
                .params(
                        conference.id().conferenceId(),
                        account.accountId(),
                        mine.id().roleId())
                .update();
        var lead = new Organizer(mvc, account, conference);
        assertThat(lead.get("/checkin")).bodyText().contains("Ida Mine").doesNotContain("Ida Other");
        assertThat(lead.post(step(ida, "arrived"))).hasStatus(303);
        for (var step : List.of("arrived", "left", "no-show")) {
            assertThat(lead.post(step(other, step))).hasStatus(404);
        }
        assertThat(lead.post(step(other, "undo"), "version", "0")).hasStatus(404);
        assertThat(lead.get(step(other, ""))).hasStatus(404);
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED ARRIVED");
        assertThat(around.stateOf(other)).isEqualTo("CONFIRMED EXPECTED");
    }

    @Test
    void narrowsEveryReadToTheRolesInSight() {
        var mine = given.role(conference, "Mine");
        var hall = given.place(conference, "Hall");
        around.somebody(conference, "Ida Mine", mine, hall, HOUR, HOUR);
        var other = around.somebody(conference, "Ida Other", HOUR, HOUR);
        around.somebody(conference, "Ida Tomorrow", Duration.ofHours(40), HOUR);
        var desk = CheckInDesk.staffed(
                conference.id(), new RolesInSight(Set.of(mine.id().roleId())));
        var now = clock.instant();
        assertThat(names(expected.around(desk, null, now))).containsExactly("Ida Mine");
        assertThat(names(expected.called(desk, "ida", now))).containsExactly("Ida Mine");
        assertThat(people.calledWithoutShift(desk, "ida", now)).isEmpty();
        assertThat(expected.of(desk, other.volunteer(), now)).isEmpty();
        assertThat(people.name(desk, other.volunteer())).isEmpty();
        assertThat(expected.one(desk, other.signup())).isEmpty();
        assertThat(expected.places(desk, now))
                .extracting(Expected.PlaceChoice::name)
                .containsExactly("Hall");
    }

    private static List<String> names(List<Arrival> arrivals) {
        return arrivals.stream().map(each -> each.name().whole()).toList();
    }

    private AccountId member(String right) {
        var account = given.account("member-" + Given.number() + "@team.example");
        jdbc.sql("insert into team_member (conference_id, account_id, held_right, since) values (?, ?, ?, now())")
                .params(conference.id().conferenceId(), account.accountId(), right)
                .update();
        return account;
    }

    private static String step(Held held, String step) {
        return "/checkin/signups/" + held.signup().signupId() + (step.isEmpty() ? "" : "/" + step);
    }
}
