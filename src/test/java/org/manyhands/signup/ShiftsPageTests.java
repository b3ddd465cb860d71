package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.conference.Conference;
import org.manyhands.conference.SignupWindow;
import org.manyhands.role.Role;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The shifts as readers see them: visitors, volunteers, and those who ask for a part of the list. */
@IntegrationTest
class ShiftsPageTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Role deskRole;
    private Shift desk;
    private Shift bags;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        deskRole = given.role(conference, "Registration desk");
        desk = given.shift(
                conference,
                given.timeslot(conference, "08:00", "10:00"),
                deskRole,
                given.place(conference, "Lobby"),
                Need.of(2));
        bags = given.shift(
                conference,
                given.timeslot(conference, "14:00", "15:00"),
                given.role(conference, "Swag bags"),
                given.place(conference, "Meeting Room 2"),
                Need.atLeast(1, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/{c}", "/{c}/shifts", "/{c}/shifts?view=grid", "/{c}/shifts/{id}"})
    void giveVisitorsNoFormToPostNoTokenAndNoSession(String address) {
        var sessions = sessions();
        var page = mvc.get()
                .uri(address.replace("{c}", conference.slug()).replace("{id}", id(desk)))
                .exchange();
        assertThat(page).hasStatusOk().bodyText().doesNotContain("method=\"post\"", "_csrf", "requestId");
        assertThat(page.getResponse().getCookies()).isEmpty();
        assertThat(sessions()).isEqualTo(sessions);
    }

    @Test
    void leadVisitorsToJoinWithOneShiftOrSeveral() {
        assertThat(list(""))
                .bodyText()
                .contains(
                        "href=\"/%s/join?shift=%s\"".formatted(conference.slug(), id(desk)),
                        "<form method=\"get\" action=\"/%s/join\">".formatted(conference.slug()),
                        "name=\"shift\" value=\"%s\"".formatted(id(bags)));
    }

    @Test
    void sayWhatIsNeededAndWhatIsLeft() {
        assertThat(list(""))
                .bodyText()
                .contains("Needs 2 more to open on time.", "2 places, all free.", "Room for everybody.");
        given.signUp(given.volunteer(conference), desk);
        given.signUp(given.volunteer(conference), bags);
        assertThat(list("")).bodyText().contains("One place left of 2.", "Room for everybody. 1 coming so far.");
        given.signUp(given.volunteer(conference), desk);
        assertThat(list("")).bodyText().contains("Every place is taken.");
    }

    @Test
    void nameTheTownAndTheZone() {
        assertThat(list("")).bodyText().containsPattern("All times <span>Durham, E[DS]T</span>");
    }

    @Test
    void showTheAskedPartOfTheList() {
        assertThat(list("?role=registration-desk"))
                .bodyText()
                .contains(id(desk))
                .doesNotContain(id(bags));
        assertThat(list("?place=meeting-room-2")).bodyText().contains(id(bags)).doesNotContain(id(desk));
        assertThat(list("?setting=quiet")).bodyText().contains("No shift is like that.");
        assertThat(list("?day=" + conference.firstDay())).bodyText().contains(id(desk), "What needs you on");
        assertThat(list("?day=" + conference.lastDay())).bodyText().doesNotContain(id(desk));
        given.signUp(given.volunteer(conference), desk);
        given.signUp(given.volunteer(conference), desk);
        assertThat(list("?open=true")).bodyText().contains(id(bags)).doesNotContain(id(desk));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?day=someday", "?day=2026-13-45", "?setting=loud", "?open=perhaps", "?view=spiral"})
    void overlookWhatCannotBeRead(String query) {
        assertThat(list(query))
                .hasStatusOk()
                .bodyText()
                .contains(id(desk), id(bags))
                .doesNotContain(query.substring(query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?role=%7Bx%7D", "?place=a%26b%3Dc"})
    void keepAnythingAskedForInTheirLinks(String query) {
        assertThat(mvc.get().uri(URI.create("/" + conference.slug() + "/shifts" + query)))
                .hasStatusOk()
                .bodyText()
                .contains(query.replace("?", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?role=%00", "?day=%2B999999999-12-31", "?day=0001-01-01"})
    void overlookWhatNoDatabaseKnows(String query) {
        assertThat(mvc.get().uri(URI.create("/" + conference.slug() + "/shifts" + query)))
                .hasStatusOk()
                .bodyText()
                .contains(id(desk));
    }

    @Test
    void layTheSameOutAsATable() {
        assertThat(list("?view=grid"))
                .bodyText()
                .contains("<table class=\"grid\">", "scope=\"col\"", "scope=\"row\"", "Registration desk")
                .containsPattern("Registration desk, .*8:00 – 10:00, Lobby");
    }

    @Test
    void keepDraftsToTheOrganizers() {
        desk.keepAsDraft();
        given.save(desk);
        assertThat(list("")).bodyText().doesNotContain(id(desk));
        assertThat(page("/shifts/" + id(desk))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showNoShiftOfAnotherConference() {
        var other = given.conference();
        given.role(other, "Registration desk");
        given.place(other, "Lobby");
        assertThat(mvc.get().uri("/" + other.slug() + "/shifts/" + id(desk))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/" + other.slug() + "/shifts/no-id")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/" + other.slug() + "/join?shift=" + id(desk)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("8:00 – 10:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/shifts", "/shifts?view=grid", "/join"})
    void tellNothingOfAnotherConference(String address) {
        var other = given.conference();
        assertThat(mvc.get().uri("/" + other.slug() + address))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Registration desk")
                .doesNotContain("Lobby")
                .doesNotContain("8:00 – 10:00")
                .doesNotContain("?day=" + conference.firstDay());
    }

    @Test
    void explainTheWorkWithoutRunningWhatIsWritten() {
        jdbc.sql("update role set handbook = :text where role_id = :id")
                .param(
                        "text",
                        "## Be kind\n\n<script>alert(1)</script>\n\n[here](javascript:alert(1)) [there](https://example.org)")
                .param("id", deskRole.id().roleId())
                .update();
        assertThat(page("/shifts/" + id(desk)))
                .bodyText()
                .contains("<h3>Be kind</h3>", "&lt;script&gt;", "<p>here <a ", "href=\"https://example.org\"")
                .doesNotContain("<script>", "javascript:");
    }

    @Test
    void markWhatAVolunteerHasAndWhatOverlapsIt() {
        var volunteer = given.account("vera-" + UUID.randomUUID() + "@example.org");
        var person = given.volunteer(conference, volunteer, Profile.named("Vera"));
        var overlapping = given.shift(conference, "09:00", "11:00", Need.of(1));
        given.signUp(person, desk);
        assertThat(mvc.get().uri("/" + conference.slug() + "/shifts").with(SignedInAs.account(volunteer)))
                .bodyText()
                .contains("You’re in ✓", "Overlaps <span>Registration desk, 8:00 – 10:00</span>, which you have.")
                .contains("/shifts/" + id(bags) + "/signup", "/shifts/" + id(desk) + "/withdraw")
                .doesNotContain("/shifts/" + id(overlapping) + "/signup");
    }

    @Test
    void sayWhenSignupOpensAndThatItHasClosed() {
        var opens = conference.firstDay().atTime(9, 0).atZone(conference.zone()).toInstant();
        conference.takeSignups(new SignupWindow(opens, null));
        conference = given.save(conference);
        assertThat(list(""))
                .bodyText()
                .contains("Not open yet", "Sign-up opens on")
                .doesNotContain(">Take it");
    }

    private MvcTestResult list(String query) {
        return page("/shifts" + query);
    }

    private MvcTestResult page(String address) {
        return mvc.get().uri("/" + conference.slug() + address).exchange();
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    private static String id(Shift shift) {
        return shift.id().shiftId().toString();
    }
}
