package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manyhands.AtOnce;
import org.manyhands.Browser;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The first organizer of an empty installation. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class SetupTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Setup setup;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    final String email = "founder-" + UUID.randomUUID() + "@example.org";
    Browser browser;

    @BeforeEach
    @AfterEach
    void nobodyOrganizesYet() {
        jdbc.sql("update account set may_create_conferences = false").update();
        jdbc.sql("delete from setup_token").update();
        browser = new Browser(mvc);
    }

    @Test
    void isDoneWithTheTokenFromTheLog(CapturedOutput log) {
        setup.printToken();
        assertThat(log).contains("http://localhost:8080/setup");
        var token = log.getOut().replaceAll("(?s).*set-up token: (\\S+).*", "$1");

        assertThat(browser.get("/setup")).hasStatusOk().bodyText().contains("Who organizes here?");
        assertThat(browser.post("/setup", "token", " " + token + " ", "email", email))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/conferences/new");
        var account = accounts.findByEmail(EmailAddress.of(email)).orElseThrow();
        assertThat(account.mayCreateConferences()).isTrue();
        assertThat(jdbc.sql("select max_inactive_interval from spring_session where principal_name = ?")
                        .param(account.id().toString())
                        .query(Integer.class)
                        .list())
                .containsExactly(7200);
    }

    @Test
    void keepsItsTokenAsAHashOnly(CapturedOutput log) {
        setup.printToken();
        var token = log.getOut().replaceAll("(?s).*set-up token: (\\S+).*", "$1");
        assertThat(jdbc.sql("select token_hash from setup_token")
                        .query(byte[].class)
                        .list())
                .containsExactly(new Token(token).hash());
    }

    @Test
    void isGoneOnceDone(CapturedOutput log) {
        var unused = setup.newToken(clock.instant());
        becomeOrganizer(setup.newToken(clock.instant()));

        assertThat(browser.get("/setup")).hasStatus(HttpStatus.NOT_FOUND);
        browser.get("/sign-in");
        assertThat(browser.post("/setup", "token", unused.text(), "email", "second-" + email))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(jdbc.sql("select count(*) from setup_token")
                        .query(Integer.class)
                        .single())
                .isZero();
        setup.printToken();
        assertThat(log).doesNotContain("set-up token");
    }

    @Test
    void refusesAnyOtherToken() {
        setup.newToken(clock.instant());
        browser.get("/setup");
        assertThat(browser.post("/setup", "token", Token.random().text(), "email", email))
                .hasStatusOk()
                .bodyText()
                .contains("This token does not count", email);
        assertThat(browser.post("/setup", "token", "", "email", email))
                .hasStatusOk()
                .bodyText()
                .contains("Enter the set-up token");
        assertThat(accounts.existsByEmail(EmailAddress.of(email))).isFalse();
    }

    @Test
    void refusesATokenOfYesterday() {
        var old = setup.newToken(clock.instant().minus(Duration.ofHours(25)));
        browser.get("/setup");
        assertThat(browser.post("/setup", "token", old.text(), "email", email)).hasStatusOk();
        assertThat(setup.isDone()).isFalse();
        setup.printToken();
        assertThat(jdbc.sql("select count(*) from setup_token")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void makesOneOrganizerOfTwentyAtTheSameTimeWithTokensOfTwoInstances() throws Exception {
        var tokens = Collections.synchronizedList(new java.util.ArrayList<Token>());
        var one = setup.newToken(clock.instant());
        var two = setup.newToken(clock.instant());
        for (int i = 0; i < 10; i++) {
            tokens.add(one);
            tokens.add(two);
        }
        var made = AtOnce.times(
                20, _ -> setup.makeOrganizer(tokens.removeLast(), EmailAddress.of(UUID.randomUUID() + "@example.org")));
        assertThat(made.stream().filter(java.util.Optional::isPresent)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from account where may_create_conferences")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void promotesAnAddressThatIsKnownAlready() {
        var known = accounts.register(EmailAddress.of(email), clock.instant());
        becomeOrganizer(setup.newToken(clock.instant()));
        assertThat(accounts.findById(known.id()).orElseThrow().mayCreateConferences())
                .isTrue();
    }

    private void becomeOrganizer(Token token) {
        browser.get("/setup");
        assertThat(browser.post("/setup", "token", token.text(), "email", email))
                .hasStatus(HttpStatus.SEE_OTHER);
    }
}
