package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Browser;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The way in: a mail is asked for, and its link or its code signs in, once. */
@IntegrationTest
class SignInTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    final String ida = "ida-" + UUID.randomUUID() + "@example.org";
    Browser browser;
    SignInMailbox mailbox;

    @BeforeEach
    void isKnown() {
        accounts.register(EmailAddress.of(ida), clock.instant());
        browser = new Browser(mvc);
        mailbox = new SignInMailbox(jdbc, ida);
    }

    @Test
    void asksForNothingButAnAddress() {
        assertThat(browser.get("/sign-in")).hasStatusOk().bodyText().contains("Mail me a link", "no password");
    }

    @Test
    void saysWhereToLook() {
        ask();
        assertThat(browser.follow())
                .hasStatusOk()
                .bodyText()
                .contains(ida, "10</th:block> minutes".replace("</th:block>", ""), "spam");
    }

    @Test
    void signsInWithTheLinkOnlyOnItsButton() {
        ask();
        var token = mailbox.token();
        for (int i = 0; i < 20; i++) {
            assertThat(new Browser(mvc).get(link(token))).hasStatusOk();
            assertThat(mvc.perform(head(link(token)))).hasStatusOk();
            assertThat(mvc.get().uri(link(token)).header("Sec-Purpose", "prefetch"))
                    .hasStatusOk();
        }
        assertThat(sessionsOf(ida)).isZero();

        assertThat(browser.get(link(token)))
                .bodyText()
                .contains("Sign in")
                .doesNotContain(ida)
                .contains("i•••@example.org");
        assertThat(browser.post("/sign-in/link", "token", token))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/");
        assertThat(sessionsOf(ida)).isOne();
    }

    @Test
    void signsInOnAnotherDeviceByLink() {
        ask();
        var phone = new Browser(mvc);
        phone.get(link(mailbox.token()));
        assertThat(phone.post("/sign-in/link", "token", mailbox.token())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(sessionsOf(ida)).isOne();
    }

    @Test
    void signsInOnce() {
        ask();
        signInByLink(browser);
        assertThat(signInByLink(new Browser(mvc)))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("used already");
        assertThat(sessionsOf(ida)).isOne();
    }

    @Test
    void signsInOnceOfTwentyAtTheSameTime() throws Exception {
        ask();
        var token = mailbox.token();
        var statuses = atTheSameTime(20, () -> {
            var one = new Browser(mvc);
            one.get(link(token));
            return one.post("/sign-in/link", "token", token).getResponse().getStatus();
        });
        assertThat(statuses).hasSize(20).containsOnly(303, 410);
        assertThat(Collections.frequency(statuses, 303)).isOne();
        assertThat(sessionsOf(ida)).isOne();
    }

    @Test
    void goesWhereSomebodyWasOnTheWayTo() {
        browser.get("/sign-in?next=/djangocon-us/me?day=2026-10-19");
        browser.post("/sign-in", "email", ida, "next", "/djangocon-us/me?day=2026-10-19");
        assertThat(signInByLink(browser)).hasRedirectedUrl("/djangocon-us/me?day=2026-10-19");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https:evil.example",
                "/%0d%0aevil",
                "https://x@evil.example"
            })
    void goesNowhereElse(String next) {
        assertThat(browser.get(
                        "/sign-in?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8)))
                .bodyText()
                .doesNotContain("evil");
        browser.post("/sign-in", "email", ida, "next", next);
        assertThat(signInByLink(browser)).hasRedirectedUrl("/");
    }

    @Test
    void signsInByCodeInTheBrowserThatAsked() {
        ask();
        browser.follow();
        assertThat(browser.post("/sign-in/code", "code", mailbox.code()))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/");
        assertThat(sessionsOf(ida)).isOne();
        assertThat(signInByLink(new Browser(mvc))).hasStatus(HttpStatus.GONE);
    }

    @Test
    void refusesTheCodeInAnyOtherBrowser() {
        ask();
        var other = new Browser(mvc);
        other.get("/sign-in");
        assertThat(other.post("/sign-in/code", "code", mailbox.code())).hasRedirectedUrl("/sign-in");
        assertThat(other.follow()).bodyText().contains("only in the browser that asked");

        other.post("/sign-in", "email", "somebody-else-" + ida);
        other.follow();
        assertThat(other.post("/sign-in/code", "code", mailbox.code()))
                .hasStatusOk()
                .bodyText()
                .contains("not the code");
        assertThat(sessionsOf(ida)).isZero();
    }

    @Test
    void takesFiveTriesForACode() {
        ask();
        browser.follow();
        for (int left = 4; left >= 1; left--) {
            assertThat(browser.post("/sign-in/code", "code", mailbox.wrongCode()))
                    .hasStatusOk()
                    .bodyText()
                    .contains(left == 1 ? "One try is left" : left + " tries are left");
        }
        assertThat(browser.post("/sign-in/code", "code", mailbox.wrongCode()))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("wrong five times");
        assertThat(browser.post("/sign-in/code", "code", mailbox.code())).hasStatus(HttpStatus.GONE);
        assertThat(signInByLink(browser)).hasStatus(HttpStatus.GONE);
        assertThat(sessionsOf(ida)).isZero();
    }

    @Test
    void countsNoTryForWhatIsNoCode() {
        ask();
        browser.follow();
        for (int i = 0; i < 6; i++) {
            assertThat(browser.post("/sign-in/code", "code", "12345"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("six digits");
        }
        assertThat(browser.post("/sign-in/code", "code", mailbox.code())).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void takesTheNewestMailOnly() {
        ask();
        var older = mailbox.token();
        ask();
        assertThat(browser.get(link(older)))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("newer mail");
        assertThat(browser.post("/sign-in/link", "token", older)).hasStatus(HttpStatus.GONE);
        assertThat(signInByLink(browser)).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void takesTheNewestMailOnlyAlsoOfThreeAtTheSameTime() throws Exception {
        var statuses =
                atTheSameTime(3, () -> ask(new Browser(mvc)).getResponse().getStatus());
        assertThat(statuses).containsExactly(303, 303, 303);
        assertThat(jdbc.sql("select count(*) from sign_in where email = :email and replaced_at is null")
                        .param("email", ida)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void takesAMailForTenMinutes() {
        ask();
        age(ida, "9 minutes 55 seconds");
        assertThat(browser.get(link(mailbox.token()))).hasStatusOk();
        age(ida, "6 seconds");
        assertThat(browser.get(link(mailbox.token())))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("too old");
        assertThat(signInByLink(browser)).hasStatus(HttpStatus.GONE);
        assertThat(browser.post("/sign-in/code", "code", mailbox.code())).hasStatus(HttpStatus.GONE);
        assertThat(sessionsOf(ida)).isZero();
    }

    @Test
    void mailsANewLinkForADeadOne() {
        browser.get("/sign-in");
        browser.post("/sign-in", "email", ida, "next", "/djangocon-us/me");
        age(ida, "11 minutes");
        var dead = mailbox.token();

        var other = new Browser(mvc);
        assertThat(other.get(link(dead)))
                .bodyText()
                .contains("Mail me a new link")
                .doesNotContain(ida);
        assertThat(other.post("/sign-in/link/renew", "token", dead)).hasRedirectedUrl("/sign-in/sent");
        assertThat(other.follow()).bodyText().contains("i•••@example.org").doesNotContain(ida);

        assertThat(mailbox.mails()).hasSize(2);
        assertThat(signInByLink(other)).hasRedirectedUrl("/djangocon-us/me");
    }

    @Test
    void mailsNoNewLinkForAUsedOne() {
        ask();
        signInByLink(browser);
        var other = new Browser(mvc);
        other.get("/sign-in");
        assertThat(other.post("/sign-in/link/renew", "token", mailbox.token())).hasRedirectedUrl("/sign-in");
        assertThat(mailbox.mails()).hasSize(1);
    }

    @Test
    void answersAnUnknownLink() {
        assertThat(browser.get(link("nonsense")))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("We don't know this link");
        assertThat(browser.get("/sign-in/link")).hasStatus(HttpStatus.GONE);
    }

    @Test
    void linksToTheConfiguredAddressWhateverTheRequestClaims() {
        browser.get("/sign-in");
        var poisoned = mvc.post()
                .uri("/sign-in")
                .param("email", ida)
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(poisoned).hasRedirectedUrl("/sign-in/sent");
        assertThat(mailbox.mails().getLast()).contains("http://localhost:").doesNotContain("evil");
    }

    @Test
    void redisplaysWhatIsNoAddress() {
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", "email", "ida at example"))
                .hasStatusOk()
                .bodyText()
                .contains("Enter an e-mail address such as", "value=\"ida at example\"");
        assertThat(browser.post("/sign-in")).hasStatusOk().bodyText().contains("Enter your e-mail address");
    }

    @Test
    void tellsNoOtherServerTheLinkAndKeepsItInNoCache() {
        ask();
        assertThat(browser.get(link(mailbox.token())))
                .hasHeader("Referrer-Policy", "no-referrer")
                .headers()
                .hasHeaderSatisfying(
                        "Cache-Control", values -> assertThat(values.toString()).contains("no-store"));
    }

    @Test
    void leavesATraceInTheAuditTrail() {
        ask();
        signInByLink(browser);
        assertThat(jdbc.sql("""
                                select count(*) from audit_event join account on account.account_id = subject_id
                                where action = 'account.signed-in' and email = :email""").param("email", ida).query(Integer.class).single())
                .isOne();
    }

    @Test
    void forgetsRequestsAfterADay(@Autowired SignInService service) {
        ask();
        age(ida, "23 hours");
        service.forgetOldOnes();
        assertThat(requestsOf(ida)).isOne();
        age(ida, "61 minutes");
        service.forgetOldOnes();
        assertThat(requestsOf(ida)).isZero();
    }

    private MvcTestResult ask() {
        return ask(browser);
    }

    private MvcTestResult ask(Browser asking) {
        asking.get("/sign-in");
        return asking.post("/sign-in", "email", " " + ida.toUpperCase() + " ");
    }

    private MvcTestResult signInByLink(Browser opening) {
        opening.get("/sign-in");
        opening.get(link(mailbox.token()));
        return opening.post("/sign-in/link", "token", mailbox.token());
    }

    private static String link(String token) {
        return "/sign-in/link?token=" + token;
    }

    private void age(String email, String interval) {
        jdbc.sql("""
                        update sign_in set asked_at = asked_at - :age::interval, expires_at = expires_at - :age::interval
                        where email = :email""").param("age", interval).param("email", email).update();
    }

    private int requestsOf(String email) {
        return jdbc.sql("select count(*) from sign_in where email = :email")
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    private int sessionsOf(String email) {
        return jdbc.sql("""
                        select count(*) from spring_session join account on account_id::text = principal_name
                        where email = :email""").param("email", email).query(Integer.class).single();
    }

    static <T> List<T> atTheSameTime(int times, Callable<T> what) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> what).toList())) {
                results.add(future.get());
            }
            return results;
        }
    }
}
