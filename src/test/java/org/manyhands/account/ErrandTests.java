package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.manyhands.Browser;
import org.manyhands.IntegrationTest;
import org.manyhands.shared.Flash;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a request brings along is announced, done with the sign-in or not at all, and not lost with a dead link. */
@IntegrationTest
class ErrandTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    SignInDesk desk;

    @Autowired
    TestErrand errand;

    final String email = "robin-" + UUID.randomUUID() + "@example.org";
    final String what = "take 2 shifts " + email;

    @Test
    void isAnnouncedOnTheButton() {
        askWithErrand();
        assertThat(new Browser(mvc).get("/sign-in/link?token=" + robin().token()))
                .bodyText()
                .contains(">Sign in and " + what + "</button>", "is signing up to help <b>Errand Con</b>");
    }

    @Test
    void isNamedInTheMail() {
        askWithErrand();
        assertThat(mailed("subject")).isEqualTo("Finish signing up for Errand Con: " + what);
        assertThat(mailed("text_body")).contains("You picked:\n- " + what + "\n\nYour code: ");
        assertThat(mailed("html_body")).contains("Errand Con", "<li>" + what + "</li>");
    }

    @Test
    void makesAnAccountOnceTheAddressIsProven() {
        askWithErrand();
        assertThat(accounts.existsByEmail(EmailAddress.of(email))).isFalse();
        assertThat(signIn()).isEqualTo("303 " + TestErrand.ARRIVAL);
        assertThat(accounts.existsByEmail(EmailAddress.of(email))).isTrue();
        assertThat(errand.done()).containsOnlyOnce(what);
    }

    @Test
    void tellsOnTheNextPageWhatBecameOfIt() {
        askWithErrand();
        var browser = new Browser(mvc);
        browser.get("/sign-in/link?token=" + robin().token());
        var answer = browser.post("/sign-in/link", "token", robin().token());
        assertThat(answer).flash().containsEntry(Flash.NAME, Flash.done("errand.done", what));
    }

    @Test
    void leavesTheLinkAliveWhereItFails() {
        askWithErrand();
        errand.onTheWay(account -> {
            throw new IllegalStateException("on purpose");
        });
        var browser = new Browser(mvc);
        browser.get("/sign-in/link?token=" + robin().token());
        assertThat(browser.post("/sign-in/link", "token", robin().token())).hasFailed();
        assertThat(accounts.existsByEmail(EmailAddress.of(email))).isFalse();

        assertThat(signIn()).isEqualTo("303 " + TestErrand.ARRIVAL);
    }

    @Test
    void isTriedAgainWhereItHadToGiveWay() {
        askWithErrand();
        errand.onTheWay(account -> {
            throw new CannotAcquireLockException("on purpose", new SQLException("deadlock", "40P01"));
        });
        assertThat(signIn()).isEqualTo("303 " + TestErrand.ARRIVAL);
        assertThat(errand.done()).containsOnlyOnce(what);
    }

    @Test
    void isCarriedOverToANewLink() {
        askWithErrand();
        robin().waitFor("11 minutes");
        var phone = new Browser(mvc);
        phone.get("/sign-in/link?token=" + robin().token());
        phone.post("/sign-in/link/renew", "token", robin().token());
        assertThat(robin().mails()).hasSize(2);
        assertThat(signIn()).isEqualTo("303 " + TestErrand.ARRIVAL);
        assertThat(errand.done()).containsOnlyOnce(what);
    }

    @Test
    void comesAlongWhenTheSameBrowserAsksAgain() {
        var session = new MockHttpSession();
        desk.ask(session, EmailAddress.of(email), LocalPath.HOME, bring());
        desk.ask(session, EmailAddress.of(email), LocalPath.HOME);
        assertThat(signIn()).isEqualTo("303 " + TestErrand.ARRIVAL);
    }

    @Test
    void doesNotComeAlongWhenSomebodyElseAsks() {
        accounts.register(EmailAddress.of(email), Instant.EPOCH);
        askWithErrand();
        desk.ask(new MockHttpSession(), EmailAddress.of(email), LocalPath.HOME);
        assertThat(signIn()).isEqualTo("303 /");
        assertThat(errand.done()).doesNotContain(what);
    }

    @Test
    void isDoneOnce() {
        var session = new MockHttpSession();
        desk.ask(session, EmailAddress.of(email), LocalPath.HOME, bring());
        signIn();
        desk.ask(session, EmailAddress.of(email), LocalPath.HOME);
        assertThat(signIn()).isEqualTo("303 /");
        assertThat(errand.done()).containsOnlyOnce(what);
    }

    private void askWithErrand() {
        desk.ask(new MockHttpSession(), EmailAddress.of(email), LocalPath.HOME, bring());
    }

    private Consumer<SignInId> bring() {
        return signIn -> errand.bring(signIn, what);
    }

    private String mailed(String part) {
        return jdbc.sql("select " + part + " from mail where recipient = ?")
                .param(email)
                .query(String.class)
                .single();
    }

    private String signIn() {
        var response = robin().signInByLink(new Browser(mvc)).getResponse();
        return response.getStatus() + " " + response.getHeader("Location");
    }

    private Person robin() {
        return new Person(jdbc, email);
    }
}
