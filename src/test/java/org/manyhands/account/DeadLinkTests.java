package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Browser;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** When a link and its code stop working, what the page says then, and how to get a new one. */
@IntegrationTest
class DeadLinkTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    Browser browser;
    Person ida;

    @BeforeEach
    void someoneHasAskedForAMail() {
        browser = new Browser(mvc);
        ida = new Person(jdbc, "ida-" + UUID.randomUUID() + "@example.org");
        given.account(ida.address());
        ida.ask(browser);
    }

    @Test
    void diesByBeingUsed() {
        ida.signInByLink(browser);
        assertThat(ida.signInByLink(new Browser(mvc)))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("used already");
        assertThat(ida.sessions()).isOne();
    }

    @Test
    void diesWithItsCode() {
        browser.follow();
        browser.post("/sign-in/code", "code", ida.code());
        assertThat(ida.signInByLink(new Browser(mvc))).hasStatus(HttpStatus.GONE);
    }

    @Test
    void signsInOneOfTwentyAtTheSameTime() throws Exception {
        var token = ida.token();
        // All of them see the button before the first one presses it: a page without it would have no form to post
        var browsers = new ConcurrentLinkedQueue<Browser>();
        for (int i = 0; i < 20; i++) {
            var one = new Browser(mvc);
            one.get(Person.link(token));
            browsers.add(one);
        }
        var statuses = AtOnce.times(
                20,
                _ -> browsers.remove()
                        .post("/sign-in/link", "token", token)
                        .getResponse()
                        .getStatus());
        assertThat(statuses).hasSize(20).containsOnly(303, 410);
        assertThat(Collections.frequency(statuses, 303)).isOne();
        assertThat(ida.sessions()).isOne();
    }

    @Test
    void diesAfterFiveWrongCodes() {
        browser.follow();
        for (int left = 4; left >= 1; left--) {
            assertThat(browser.post("/sign-in/code", "code", ida.wrongCode()))
                    .hasStatusOk()
                    .bodyText()
                    .contains(left == 1 ? "One try is left" : left + " tries are left");
        }
        assertThat(browser.post("/sign-in/code", "code", ida.wrongCode()))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("wrong 5 times");
        assertThat(browser.post("/sign-in/code", "code", ida.code())).hasStatus(HttpStatus.GONE);
        assertThat(ida.signInByLink(browser)).hasStatus(HttpStatus.GONE);
        assertThat(ida.sessions()).isZero();
    }

    @Test
    void countsNoTryForWhatIsNoCode() {
        browser.follow();
        for (int i = 0; i < 6; i++) {
            assertThat(browser.post("/sign-in/code", "code", "12345"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("six digits");
        }
        assertThat(browser.post("/sign-in/code", "code", ida.code())).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void diesByANewerOne() {
        var older = ida.token();
        ida.ask(browser);
        assertThat(browser.get(Person.link(older)))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("newer mail");
        assertThat(browser.post("/sign-in/link", "token", older)).hasStatus(HttpStatus.GONE);
        assertThat(ida.signInByLink(browser)).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void leavesOneAliveOfThoseAskedForAtTheSameTime() throws Exception {
        var statuses =
                AtOnce.times(2, _ -> ida.ask(new Browser(mvc)).getResponse().getStatus());
        assertThat(statuses).containsOnly(303);
        assertThat(ida.count("select count(*) from sign_in where email = ? and replaced_at is null"))
                .isOne();
    }

    @Test
    void diesOfAge() {
        ida.waitFor("9 minutes 50 seconds");
        assertThat(browser.get(ida.link())).hasStatusOk();
        ida.waitFor("11 seconds");
        assertThat(browser.get(ida.link()))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("too old");
        assertThat(ida.signInByLink(browser)).hasStatus(HttpStatus.GONE);
        assertThat(browser.post("/sign-in/code", "code", ida.code())).hasStatus(HttpStatus.GONE);
        assertThat(ida.sessions()).isZero();
    }

    @Test
    void isNotKnownWhereItIsNonsense() {
        assertThat(browser.get(Person.link("nonsense")))
                .hasStatus(HttpStatus.GONE)
                .bodyText()
                .contains("We don't know this link");
        assertThat(browser.get("/sign-in/link")).hasStatus(HttpStatus.GONE);
    }

    @Test
    void isRenewedToTheSameAddressWithoutShowingIt() {
        ida.waitFor("15 minutes");
        browser.post("/sign-in", "email", ida.address(), "next", "/djangocon-us/me");
        ida.waitFor("11 minutes");
        var other = new Browser(mvc);
        assertThat(other.get(ida.link()))
                .bodyText()
                .contains("Mail me a new link")
                .doesNotContain(ida.address());
        assertThat(other.post("/sign-in/link/renew", "token", ida.token())).hasRedirectedUrl("/sign-in/sent");
        assertThat(other.follow()).bodyText().contains("i•••@example.org").doesNotContain(ida.address());
        assertThat(ida.mails()).hasSize(3);
        assertThat(ida.signInByLink(other)).hasRedirectedUrl("/djangocon-us/me");
    }

    @Test
    void isRenewedForABrowserWhoseCodeHasDied() {
        browser.follow();
        ida.waitFor("11 minutes");
        assertThat(browser.post("/sign-in/code", "code", ida.code())).bodyText().contains("Mail me a new link");
        assertThat(browser.post("/sign-in/link/renew")).hasRedirectedUrl("/sign-in/sent");
        assertThat(browser.follow()).bodyText().contains(ida.address());
        assertThat(browser.post("/sign-in/code", "code", ida.code())).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void isNotRenewedOnceUsed() {
        ida.signInByLink(browser);
        var other = new Browser(mvc);
        other.get("/sign-in");
        assertThat(other.post("/sign-in/link/renew", "token", ida.token())).hasRedirectedUrl("/sign-in");
        assertThat(ida.mails()).hasSize(1);
    }

    @Test
    void isForgottenAfterADay(@Autowired SignInService service) {
        ida.waitFor("23 hours");
        service.forgetOldOnes();
        assertThat(ida.requests()).isOne();
        ida.waitFor("61 minutes");
        service.forgetOldOnes();
        assertThat(ida.requests()).isZero();
    }
}
