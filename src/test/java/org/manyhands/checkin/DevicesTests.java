package org.manyhands.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AroundNow;
import org.manyhands.Browser;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.account.Token;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.role.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Screens that anybody stands before: a device at the desk and the display of a place, by their link alone. */
@IntegrationTest
class DevicesTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private AroundNow around;
    private Conference conference;
    private Organizer organizer;
    private Role emcee;
    private Place hall;

    @BeforeEach
    void openConference() {
        around = new AroundNow(given, jdbc, clock);
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        emcee = given.role(conference, "Emcee");
        hall = given.place(conference, "Hall");
    }

    /** Its address within the site. */
    private String linked(Device.Kind kind) {
        return made(organizer.post(
                "/checkin/displays",
                "kind",
                kind.name(),
                "name",
                "TV",
                "place",
                kind == Device.Kind.WALL ? hall.id().placeId().toString() : ""));
    }

    private String made(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
        var made = String.valueOf(answer.getMvcResult().getFlashMap().get("made"));
        assertThat(made).matches("/(desk|wall)/[A-Za-z0-9_-]{27}");
        return made;
    }

    private String device() {
        return jdbc.sql("select device_id from device where conference_id = ?")
                .param(conference.id().conferenceId())
                .query(String.class)
                .single();
    }

    @Test
    void areKnownByTheHashOfTheirLinkOnly() {
        var token = linked(Device.Kind.WALL).substring("/wall/".length());
        assertThat(jdbc.sql("select token_hash from device where device_id = ?::uuid")
                        .param(device())
                        .query(byte[].class)
                        .single())
                .isEqualTo(new Token(token).hash());
        assertThat(organizer.get("/checkin/displays"))
                .bodyText()
                .contains("TV", "Wall display, Hall")
                .doesNotContain(token);
        assertThat(Organizer.audited(jdbc, UUID.fromString(device())))
                .singleElement()
                .asString()
                .startsWith("device.added")
                .doesNotContain(token);
    }

    @Test
    void openNothingAnyMoreOnceTheirLinkIsRenewedOrEnded() {
        var first = linked(Device.Kind.WALL);
        assertThat(mvc.get().uri(first)).hasStatusOk();
        var second = made(organizer.post("/checkin/displays/" + device() + "/renew"));
        assertThat(mvc.get().uri(first)).hasStatus(404);
        assertThat(mvc.get().uri(second)).hasStatusOk();
        assertThat(organizer.post("/checkin/displays/" + device() + "/end")).hasStatus(303);
        assertThat(mvc.get().uri(second)).hasStatus(404);
    }

    @Test
    void openNothingOfTheOtherKind() {
        var wall = linked(Device.Kind.WALL);
        assertThat(mvc.get().uri(wall.replace("/wall/", "/desk/"))).hasStatus(404);
        assertThat(mvc.get().uri("/wall/" + Token.random().text())).hasStatus(404);
    }

    @Test
    void openNothingTheDayAfterTheNextOnceTheConferenceIsOver() {
        var wall = linked(Device.Kind.WALL);
        endedBefore(1);
        assertThat(mvc.get().uri(wall)).hasStatusOk();
        endedBefore(3);
        assertThat(mvc.get().uri(wall)).hasStatus(404);
    }

    private void endedBefore(int days) {
        var today = conference.firstDay().minusDays(30);
        jdbc.sql("update conference set first_day = ?, last_day = ? where conference_id = ?")
                .params(
                        today.minusDays(days),
                        today.minusDays(days),
                        conference.id().conferenceId())
                .update();
    }

    @Test
    void areChangedByTheirOwnConferenceOnly() {
        linked(Device.Kind.WALL);
        var other = given.conference();
        var stranger = new Organizer(mvc, given.organizer(other), other);
        assertThat(stranger.post("/checkin/displays/" + device() + "/renew")).hasStatus(404);
        assertThat(stranger.post("/checkin/displays/" + device() + "/end")).hasStatus(404);
        assertThat(stranger.post(
                        "/checkin/displays",
                        "kind",
                        "WALL",
                        "name",
                        "TV",
                        "place",
                        hall.id().placeId().toString()))
                .hasStatus(404);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(organizer.post("/checkin/displays", "kind", "WALL", "name", "", "place", ""))
                .hasStatusOk()
                .bodyText()
                .contains("Enter a name by which you know it again", "Choose the place that it shows");
    }

    @Test
    void showOnTheWallWhoIsHereLeavingAndComing() {
        var here = around.somebody(conference, "Ida Moreau", emcee, hall, HOUR.negated(), HOUR.multipliedBy(3));
        var leaving = around.somebody(conference, "Kwame Mensah", emcee, hall, HOUR.negated(), HOUR.plusMinutes(20));
        around.somebody(conference, "Robin Achterberg", emcee, hall, HOUR, HOUR);
        around.somebody(conference, "Else Where", HOUR, HOUR);
        for (var each : new AroundNow.Held[] {here, leaving}) {
            organizer.post("/checkin/signups/" + each.signup().signupId() + "/arrived");
        }
        var wall = mvc.get().uri(linked(Device.Kind.WALL)).exchange();
        assertThat(words(wall))
                .containsSubsequence("Here", "Ida M.", "Leaving soon", "Kwame M.", "Coming", "Robin A.")
                .doesNotContain("Moreau", "Mensah", "Else", "Achterberg");
    }

    @Test
    void keepTheWallToItself() {
        var wall = mvc.get().uri(linked(Device.Kind.WALL)).exchange();
        assertThat(wall)
                .hasHeader("Refresh", "30")
                .hasHeader("X-Robots-Tag", "noindex, nofollow")
                .doesNotContainHeader("Set-Cookie");
        assertThat(wall.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(wall.getRequest().getSession(false)).isNull();
        assertThat(wall).bodyText().doesNotContain("<form", "<a ", "<script");
    }

    /** A display hangs there for days: what replaced its page for once is replaced in its turn. */
    @Test
    void tryAgainWhenTheirPageWasNotThere() {
        assertThat(mvc.get().uri("/wall/" + Token.random().text()))
                .hasStatus(404)
                .hasHeader("Refresh", "30");
    }

    @Test
    void letVolunteersTapThemselvesIn() {
        var ida = around.somebody(conference, "Ida Moreau", emcee, hall, HOUR, HOUR);
        around.somebody(conference, "Idris Tomorrow", emcee, hall, Duration.ofHours(24), HOUR);
        var link = linked(Device.Kind.DESK);
        var tablet = new Browser(mvc);
        assertThat(tablet.get(link))
                .bodyText()
                .contains("Three letters of your name")
                .doesNotContain("Ida");
        assertThat(tablet.get(link + "?q=id")).bodyText().contains("Nobody whose name begins like that");
        assertThat(tablet.get(link + "?q=ida"))
                .bodyText()
                .contains("Ida M.", "Emcee", "Hall")
                .doesNotContain("Moreau", "Idris", "@volunteers.example", "/organize");
        tablet.post(link + "/arrived", "signup", ida.signup().signupId().toString());
        var thanked = tablet.follow();
        assertThat(thanked)
                .hasHeader("Refresh", "20; url=" + link)
                .bodyText()
                .contains("Thank you, Ida M., the desk knows that you are here.");
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED ARRIVED");
        assertThat(Organizer.audited(jdbc, ida.signup().signupId()))
                .anySatisfy(
                        line -> assertThat(line).startsWith("signup.arrived").contains("\"device\": \"TV\""));
        assertThat(organizer.get("/audit")).bodyText().contains("Device “TV”");
        tablet.post(
                link + "/undo",
                "signup",
                ida.signup().signupId().toString(),
                "version",
                Organizer.hidden(thanked, "version"));
        assertThat(tablet.follow()).bodyText().contains("Undone: Ida M. is expected as before.");
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED EXPECTED");
    }

    @Test
    void takeNobodyInOfAnotherConferenceAndNothingFromAnotherSite() {
        var stranger = around.somebody(given.conference(), "Ida Moreau", HOUR, HOUR);
        var link = linked(Device.Kind.DESK);
        var signup = stranger.signup().signupId().toString();
        assertThat(mvc.post().uri(link + "/arrived").with(csrf()).param("signup", signup))
                .hasStatus(404);
        assertThat(mvc.post().uri(link + "/arrived").param("signup", signup)).hasStatus(403);
        assertThat(around.stateOf(stranger)).isEqualTo("CONFIRMED EXPECTED");
    }

    @Test
    void undoNothingThatStandsThereLonger() {
        var ida = around.somebody(conference, "Ida Moreau", emcee, hall, HOUR, HOUR);
        organizer.post("/checkin/signups/" + ida.signup().signupId() + "/arrived");
        jdbc.sql("update signup set arrived_at = arrived_at - interval '61 seconds' where signup_id = ?")
                .param(ida.signup().signupId())
                .update();
        assertThat(mvc.post()
                        .uri(linked(Device.Kind.DESK) + "/undo")
                        .with(csrf())
                        .param("signup", ida.signup().signupId().toString())
                        .param("version", String.valueOf(around.versionOf(ida))))
                .hasStatus(303);
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED ARRIVED");
    }

    @Test
    void answerOnlySoOftenAMinute() {
        var link = linked(Device.Kind.DESK);
        for (var i = 0; i < DeviceLinks.ASKED_A_MINUTE; i++) {
            assertThat(mvc.get().uri(link + "?q=nobody")).hasStatusOk();
        }
        assertThat(mvc.get().uri(link + "?q=nobody")).hasStatus(429).hasHeader("Retry-After", "60");
        assertThat(mvc.get().uri(link)).hasStatusOk();
        jdbc.sql(
                        "update device set minute_began_at = minute_began_at - interval '61 seconds' where device_id = ?::uuid")
                .param(device())
                .update();
        assertThat(mvc.get().uri(link + "?q=nobody")).hasStatusOk();
    }

    private static String words(MvcTestResult page) {
        try {
            return Pattern.compile("<[^>]+>")
                    .matcher(page.getResponse().getContentAsString())
                    .replaceAll(" ");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
