package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Browser;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The way in: a mail is asked for, and its link or its code signs in. */
@IntegrationTest
class SignInTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    Browser browser;
    Person ida;

    @BeforeEach
    void someoneHasAnAccount() {
        browser = new Browser(mvc);
        ida = new Person(jdbc, "ida-" + UUID.randomUUID() + "@example.org");
        given.account(ida.address());
    }

    @Test
    void asksForNothingButAnAddress() {
        assertThat(browser.get("/sign-in")).hasStatusOk().bodyText().contains("Mail me a link", "no password");
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
    void saysWhereToLook() {
        assertThat(ida.ask(browser)).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/sign-in/sent");
        assertThat(browser.follow())
                .hasStatusOk()
                .bodyText()
                .contains(ida.address(), "within 10 minutes", "spam")
                .doesNotContain("/mailbox");
    }

    @Test
    void signsInByLinkOnlyOnItsButton() {
        ida.ask(browser);
        for (int i = 0; i < 20; i++) {
            assertThat(new Browser(mvc).get(ida.link())).hasStatusOk();
            assertThat(mvc.perform(head(ida.link()))).hasStatusOk();
            assertThat(mvc.get().uri(ida.link()).header("Sec-Purpose", "prefetch"))
                    .hasStatusOk();
        }
        assertThat(ida.sessions()).isZero();
        assertThat(ida.signInByLink(browser)).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/");
        assertThat(ida.sessions()).isOne();
    }

    @Test
    void showsWhoseLinkItIsWithoutTellingTheAddress() {
        ida.ask(browser);
        assertThat(browser.get(ida.link()))
                .bodyText()
                .contains("i•••@example.org", ">Sign in</button>")
                .doesNotContain(ida.address());
    }

    @Test
    void signsInByLinkOnAnotherDevice() {
        ida.ask(browser);
        assertThat(ida.signInByLink(new Browser(mvc))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(ida.sessions()).isOne();
    }

    @Test
    void signsInByCodeInTheBrowserThatAsked() {
        ida.ask(browser);
        browser.follow();
        assertThat(browser.post("/sign-in/code", "code", ida.code()))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/");
        assertThat(ida.sessions()).isOne();
    }

    @Test
    void refusesTheCodeInAnyOtherBrowser() {
        ida.ask(browser);
        var other = new Browser(mvc);
        other.get("/sign-in");
        assertThat(other.post("/sign-in/code", "code", ida.code())).hasRedirectedUrl("/sign-in");
        assertThat(other.follow()).bodyText().contains("only in the browser that asked");

        new Person(jdbc, "other-" + ida.address()).ask(other);
        other.follow();
        assertThat(other.post("/sign-in/code", "code", ida.code()))
                .hasStatusOk()
                .bodyText()
                .contains("not the code");
        assertThat(ida.sessions()).isZero();
    }

    @Test
    void goesWhereSomebodyWasOnTheWayTo() {
        browser.get("/sign-in?next=/djangocon-us/me?day=2026-10-19");
        browser.post("/sign-in", "email", ida.address(), "next", "/djangocon-us/me?day=2026-10-19");
        assertThat(ida.signInByLink(browser)).hasRedirectedUrl("/djangocon-us/me?day=2026-10-19");
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
        assertThat(browser.get("/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)))
                .bodyText()
                .doesNotContain("evil");
        browser.post("/sign-in", "email", ida.address(), "next", next);
        assertThat(ida.signInByLink(browser)).hasRedirectedUrl("/");
    }

    @Test
    void linksToTheConfiguredAddressWhateverTheRequestClaims() {
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .param("email", ida.address())
                        .header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "host=evil.example")
                        .with(csrf()))
                .hasRedirectedUrl("/sign-in/sent");
        assertThat(ida.mails().getLast()).contains("http://localhost:").doesNotContain("evil");
    }

    @Test
    void tellsNoOtherServerTheLinkAndKeepsItInNoCache() {
        ida.ask(browser);
        assertThat(browser.get(ida.link()))
                .hasHeader("Referrer-Policy", "no-referrer")
                .headers()
                .hasHeaderSatisfying(
                        "Cache-Control", values -> assertThat(values.toString()).contains("no-store"));
    }

    @Test
    void leavesATraceInTheAuditTrail() {
        ida.signIn(browser);
        assertThat(ida.count("""
                        select count(*) from audit_event join account on account.account_id = subject_id
                        where action = 'account.signed-in' and email = ?""")).isOne();
    }
}
