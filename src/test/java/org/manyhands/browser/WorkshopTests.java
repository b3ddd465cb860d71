package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.AroundNow;
import org.manyhands.Given;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.role.Role;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chair's year beside the needs and the day itself: next year's conference, the team, and what is told afterwards. */
@BrowserTest
class WorkshopTests {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/invitations\\S*");

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private BaseUrl baseUrl;

    private Conference conference;
    private Role desk;
    private Role emcee;
    private Place lobby;
    private String organize;
    private String owner;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        desk = given.role(conference, "Registration desk");
        emcee = given.role(conference, "Session emcee");
        lobby = given.place(conference, "Lobby");
        organize = "/" + conference.slug() + "/organize";
        owner = jdbc.sql("select email from account where account_id = ?")
                .param(given.organizer(conference).accountId())
                .query(String.class)
                .single();
    }

    private Visitor visitor(boolean scripts, boolean phone) {
        var how = phone ? Visitor.phone() : Visitor.desktop();
        return new Visitor(baseUrl, jdbc, how.setJavaScriptEnabled(scripts));
    }

    /** Behind "More" in the team's navigation, which opens without scripts too. */
    private static void more(Visitor chair, String page) {
        chair.press(chair.page().locator("nav.organize summary"));
        chair.press(chair.page().locator("nav.organize a:text-is('" + page + "')"));
    }

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void makesTheNextOneFromThisOne(boolean scripts) {
        for (var day = 0; day < 3; day++) {
            given.shift(
                    conference, given.timeslot(conference, day, "08:00", "10:00"), desk, lobby, Need.between(1, 2, 3));
        }
        try (var chair = visitor(scripts, false)) {
            chair.signIn(owner);
            chair.startCounting();
            chair.open(organize);
            more(chair, "Copy");
            chair.type("Name", "The one after " + conference.name());
            chair.type("First day", conference.firstDay().plusYears(1).toString());
            chair.type("Last day", conference.lastDay().plusYears(1).toString());
            chair.press("Copy it");
            assertThat(chair.text()).contains("2 roles, one place, 3 timeslots and 3 shifts");
            assertThat(chair.taps()).isLessThanOrEqualTo(4);
            assertThat(chair.fields()).isLessThanOrEqualTo(3);

            more(chair, "Needs");
            assertThat(chair.page()
                            .getByLabel("Registration desk, Lobby")
                            .first()
                            .inputValue())
                    .isEqualTo("1-2-3");
            assertThat(chair.complaints()).isEmpty();
        }
    }

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void asksARoleLeadInWhoSeesTheirOwnRole(boolean scripts) {
        var slot = given.timeslot(conference, "08:00", "10:00");
        var theirs = given.shift(conference, slot, desk, lobby, Need.of(1));
        var others = given.shift(conference, slot, emcee, lobby, Need.of(1));
        given.signUp(given.volunteer(conference, "Ida Moreau"), theirs);
        given.signUp(given.volunteer(conference, "Kwame Mensah"), others);
        var email = "lead-" + Given.number() + "@example.org";
        try (var chair = visitor(scripts, false);
                var lead = visitor(scripts, true)) {
            chair.signIn(owner);
            chair.open(organize);
            more(chair, "Team");
            chair.follow("Ask somebody in");
            chair.type("E-mail", email);
            chair.page().getByLabel("Role lead").first().check();
            chair.page().getByLabel("Registration desk").check();
            chair.press("Ask them");
            assertThat(chair.text()).contains("Asked, and not answered yet", email);

            lead.open(invitationMailedTo(email));
            lead.type("E-mail", email);
            lead.press("Mail me a link");
            lead.type("code", lead.codeMailedTo(email));
            lead.press("Sign in");
            assertThat(lead.text()).contains("You are asked to help run a conference", "of Registration desk");
            lead.press("Yes, I join");
            lead.open(organize + "/roster?day=" + conference.firstDay());
            assertThat(lead.text()).contains("Ida Moreau").doesNotContain("Kwame Mensah", "Session emcee");
            lead.open(organize + "/shifts/" + others.id().shiftId() + "/people");
            assertThat(lead.text()).doesNotContain("Kwame Mensah");
            assertThat(lead.complaints()).isEmpty();

            chair.open(organize + "/team");
            chair.follow(email);
            chair.press(chair.page().locator("summary:has-text('Remove from the team')"));
            chair.press("Remove them");
            assertThat(chair.text()).doesNotContain("Leads Registration desk");
            lead.open(organize + "/roster");
            assertThat(lead.text()).doesNotContain("Ida Moreau");
            assertThat(chair.complaints()).isEmpty();
        }
    }

    private String invitationMailedTo(String email) {
        var text = jdbc.sql("select text_body from mail where recipient = ? order by mail_id desc limit 1")
                .param(email)
                .query(String.class)
                .single();
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void tellsAfterwardsWhoCame(boolean scripts) {
        var around = new AroundNow(given, jdbc, clock);
        around.somebody(conference, "Ida Moreau", desk, lobby, Duration.ofMinutes(-20), Duration.ofHours(1));
        around.somebody(conference, "Kwame Mensah", emcee, lobby, Duration.ofMinutes(-20), Duration.ofHours(1));
        try (var chair = visitor(scripts, true)) {
            chair.signIn(owner);
            chair.open(organize + "/checkin");
            chair.press("Arrived Ida Moreau");
            chair.follow("No-show Kwame Mensah");
            chair.type("A kind word on it", "Missed the train");
            chair.press("No-show");

            chair.open(organize);
            more(chair, "Report");
            assertThat(chair.text()).contains("Registration desk", "Session emcee", "to one shift", "Ida Moreau");
            assertThat(chair.page().locator("svg[role=img] title").first().textContent())
                    .isNotBlank();
            assertThat(chair.page()
                            .locator("tr:has-text('Kwame Mensah') td")
                            .last()
                            .innerText())
                    .isEqualTo("1");
            assertThat(chair.complaints()).isEmpty();
        }
    }
}
