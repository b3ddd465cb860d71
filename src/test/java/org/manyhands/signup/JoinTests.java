package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Browser;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From the public page to a first shift, without an account to begin with. */
@IntegrationTest
class JoinTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private final String email = "ida-" + UUID.randomUUID() + "@example.org";
    private Browser browser;
    private Conference conference;
    private Shift desk;
    private Shift bags;

    @BeforeEach
    void openConference() {
        browser = new Browser(mvc);
        conference = given.conference();
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        bags = given.shift(conference, "14:00", "15:00", Need.atLeast(1, 5));
    }

    @Test
    void takesThePickedShiftsByTheMailsLinkInAnyBrowser() {
        join(browser, "name", "Ida Moreau", "email", email, "shift", id(desk), "shift", id(bags));
        var elsewhere = new Browser(mvc);
        var token = token();
        assertThat(elsewhere.get("/sign-in/link?token=" + token))
                .bodyText()
                .contains("Sign in and take 2 shifts: ", role(desk), role(bags));
        elsewhere.post("/sign-in/link", "token", token);
        assertThat(elsewhere.follow())
                .hasStatusOk()
                .bodyText()
                .contains("You’re in", role(desk), role(bags), "3 h in all");
        assertThat(elsewhere.get("/" + conference.slug() + "/shifts"))
                .bodyText()
                .contains("My shifts · 2");
    }

    @Test
    void takesThemByTheMailsCodeInTheSameBrowser() {
        join(browser, "name", "Ida Moreau", "email", email, "shift", id(desk));
        assertThat(browser.follow())
                .bodyText()
                .contains("<h1>Check your mail to finish signing up for " + conference.name() + "</h1>");
        browser.post("/sign-in/code", "code", code());
        assertThat(browser.follow()).hasStatusOk().bodyText().contains("You are expected at 8:00", role(desk));
        assertThat(jdbc.sql("""
                        select distinct email from audit_event left join account using (account_id)
                        where conference_id = ?
                        """)
                        .param(conference.id().conferenceId())
                        .query(String.class)
                        .list())
                .as("who did it, by the audit trail")
                .containsExactly(email);
    }

    @Test
    void keepsWhatSuitsThemUntilTheyComeByTheMail() {
        join(browser, "name", "Ida", "email", email, "hoursAtMost", "9", "hoursADayAtMost", "5");
        browser.follow();
        browser.post("/sign-in/code", "code", code());
        assertThat(browser.get("/" + conference.slug() + "/me/profile"))
                .bodyText()
                .contains("value=\"9\"", "value=\"5\"");
    }

    /** A release may add a question while somebody is between the form and the mail. */
    @Test
    void understandsARegistrationFromBeforeAQuestionWasAsked() {
        join(browser, "name", "Ida Moreau", "email", email, "shift", id(desk), "hoursAtMost", "9");
        jdbc.sql("update registration set profile = profile - 'hoursADayAtMost' where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        browser.follow();
        browser.post("/sign-in/code", "code", code());
        assertThat(browser.follow()).hasStatusOk().bodyText().contains("You are expected at 8:00", role(desk));
        assertThat(browser.get("/" + conference.slug() + "/me/profile"))
                .bodyText()
                .contains("value=\"9\"");
    }

    @Test
    void tellsWhatWasTakenMeanwhileAndWhatFitsInstead() {
        var other = given.shift(conference, "11:00", "12:00", Need.of(2));
        join(browser, "name", "Ida Moreau", "email", email, "shift", id(desk), "shift", id(bags));
        given.signUp(given.volunteer(conference), desk);
        browser.follow();
        browser.post("/sign-in/code", "code", code());
        assertThat(browser.follow()).bodyText().contains("Every place is taken by now", role(other), "You’re in");
    }

    @Test
    void registersAKnownAddressOnceAndTakesItsPicks() {
        var account = given.account(email);
        given.volunteer(conference, account, org.manyhands.volunteer.Profile.named("Ida"));
        join(browser, "name", "Somebody else", "email", email, "shift", id(desk));
        browser.follow();
        browser.post("/sign-in/code", "code", code());
        assertThat(browser.follow()).bodyText().contains(role(desk));
        assertThat(browser.get("/" + conference.slug() + "/me/profile"))
                .bodyText()
                .contains("value=\"Ida\"");
    }

    @Test
    void keepsWhatWasTypedWhereSomethingIsMissing() {
        browser.get("/" + conference.slug() + "/join?shift=" + id(desk));
        assertThat(browser.post(
                        "/" + conference.slug() + "/join",
                        "name",
                        "",
                        "email",
                        "not an address",
                        "hoursAtMost",
                        "lots",
                        "phone",
                        "+1 919",
                        "shift",
                        id(desk)))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", "Enter your name", "E-mail: Enter an e-mail address")
                .contains("<a href=\"#hoursAtMost\">Hours in all: Enter a whole number")
                .contains("not an address", "+1 919", role(desk));
    }

    @Test
    void doublesNothingWhereTheFormIsSentTwice() {
        var fields = new String[] {
            "name",
            "Ida",
            "email",
            email,
            "shift",
            id(desk),
            "requestId",
            UUID.randomUUID().toString()
        };
        join(browser, fields);
        join(browser, fields);
        browser.follow();
        browser.post("/sign-in/code", "code", code());
        assertThat(browser.follow()).bodyText().contains(role(desk));
        assertThat(jdbc.sql("select taken from shift where shift_id = ?")
                        .param(desk.id().shiftId())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void registersOnceWhereWhoeverIsSignedInSendsTheFormSeveralTimesAtOnce() {
        var account = given.account(email);
        var request = UUID.randomUUID().toString();
        assertThat(AtOnce.times(
                        4,
                        i -> mvc.post()
                                .uri("/{c}/join", conference.slug())
                                .with(SignedInAs.account(account))
                                .with(csrf())
                                .param("name", "Ida Moreau")
                                .param("shift", id(desk))
                                .param("requestId", request)
                                .exchange()))
                .allSatisfy(answer -> assertThat(answer).hasStatus(HttpStatus.SEE_OTHER));
        assertThat(jdbc.sql("select count(*) from volunteer where account_id = ?")
                        .param(account.accountId())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void offersNothingToJoinWhereTheConferenceIsNotPublished() {
        assertThat(browser.get("/" + given.unpublishedConference().slug() + "/join"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private void join(Browser browser, String... fields) {
        assertThat(browser.get("/" + conference.slug() + "/join?shift=" + id(desk)))
                .hasStatusOk();
        var answer = browser.post("/" + conference.slug() + "/join", fields);
        assertThat(answer).bodyText().doesNotContain("There is a problem");
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
    }

    private String role(Shift shift) {
        return jdbc.sql("select name from role where role_id = ?")
                .param(shift.roleId().roleId())
                .query(String.class)
                .single();
    }

    private static String id(Shift shift) {
        return shift.id().shiftId().toString();
    }

    private String token() {
        return inMail("/sign-in/link\\?token=([\\w-]+)");
    }

    private String code() {
        return inMail("\\b(\\d{3} \\d{3})\\b");
    }

    private String inMail(String pattern) {
        var text = jdbc.sql(
                        "select text_body from mail where recipient = ? and kind = 'SIGN_IN' order by mail_id desc limit 1")
                .param(email)
                .query(String.class)
                .single();
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
