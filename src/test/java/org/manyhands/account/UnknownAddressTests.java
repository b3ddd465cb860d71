package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Browser;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nobody can find out by asking whether an address is known, and nobody can fill a mailbox. */
@IntegrationTest
class UnknownAddressTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    final UUID number = UUID.randomUUID();
    final String known = "known" + number + "@example.org";
    final String stranger = "stray" + number + "@example.org";

    @BeforeEach
    void isKnown() {
        accounts.register(EmailAddress.of(known), clock.instant());
    }

    @Test
    void isAnsweredLikeAKnownOne() throws Exception {
        assertThat(conversation(stranger)).isEqualTo(conversation(known).replace("known", "stray"));
        assertThat(person(stranger).mails()).hasSameSizeAs(person(known).mails());
    }

    @Test
    void isToldHowToJoinAndGetsNothingToSignInWith() {
        person(stranger).ask(new Browser(mvc));
        assertThat(person(stranger).mails())
                .singleElement()
                .asString()
                .contains("nobody has registered with it", "To join")
                .doesNotContain("token", "code");
        assertThat(accounts.existsByEmail(EmailAddress.of(stranger))).isFalse();
    }

    @Test
    void signsInWithNothingThatCouldBeGuessed(@Autowired SignIns signIns, @Autowired SignInService service) {
        var token = Token.random();
        signIns.saveAndFlush(
                new SignIn(EmailAddress.of(stranger), LocalPath.HOME, token, Code.random(), clock.instant()));
        assertThat(service.redeem(token)).isEqualTo(new Redemption.Dead(SignIn.End.NOT_KNOWN));
        assertThat(accounts.existsByEmail(EmailAddress.of(stranger))).isFalse();
    }

    @Test
    void looksLikeAKnownOneInTheOutbox() {
        person(stranger).ask(new Browser(mvc));
        person(known).ask(new Browser(mvc));
        assertThat(jdbc.sql("select distinct (kind, secret, about is null)::text from mail where recipient in (?, ?)")
                        .params(known, stranger)
                        .query(String.class)
                        .list())
                .containsExactly("(SIGN_IN,t,t)");
    }

    @Test
    void getsThreeUnusedMailsInAQuarterOfAnHourKnownOrNot() {
        for (var email : new String[] {known, stranger}) {
            for (int i = 0; i < 3; i++) {
                assertThat(person(email).ask(new Browser(mvc))).hasStatus(HttpStatus.SEE_OTHER);
            }
            var fourth = person(email).ask(new Browser(mvc));
            assertThat(fourth)
                    .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                    .bodyText()
                    .contains("15 minutes")
                    .doesNotContain(email);
            assertThat(Integer.parseInt(fourth.getResponse().getHeader(HttpHeaders.RETRY_AFTER)))
                    .isBetween(890, 901);
            assertThat(person(email).mails()).hasSize(3);

            person(email).waitFor("15 minutes");
            assertThat(person(email).ask(new Browser(mvc))).hasStatus(HttpStatus.SEE_OTHER);
        }
    }

    @Test
    void mayBeSignedInAndOutAsOftenAsItLikes() {
        for (int i = 0; i < 6; i++) {
            var browser = new Browser(mvc);
            assertThat(person(known).ask(browser)).hasStatus(HttpStatus.SEE_OTHER);
            browser.follow();
            assertThat(browser.post("/sign-in/code", "code", person(known).code()))
                    .hasStatus(HttpStatus.SEE_OTHER);
        }
    }

    /** Everything a browser gets to see, less what is random in it. */
    private String conversation(String email) throws Exception {
        var browser = new Browser(mvc);
        var seen = new StringBuilder();
        seen.append(whole(person(email).ask(browser)));
        seen.append(whole(browser.follow()));
        seen.append(whole(browser.post("/sign-in/code", "code", "000000")));
        return seen.toString();
    }

    private static String whole(MvcTestResult result) throws Exception {
        var response = result.getResponse();
        return response.getStatus()
                + "\n"
                + response.getHeaderNames().stream()
                        .filter(name -> !name.equals("Set-Cookie"))
                        .map(name -> name + ": " + response.getHeaders(name))
                        .toList()
                + "\n" + response.getContentAsString().replaceAll("(name=\"_csrf\"[^>]*value=\")[^\"]+", "$1");
    }

    private Person person(String email) {
        return new Person(jdbc, email);
    }
}
