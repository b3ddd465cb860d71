package org.manyhands.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Browser;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions: none for readers, a new one at each sign-in, rows that end when they should. */
@IntegrationTest
class SessionTests {

    private static final String COOKIE = "manyhands";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    Accounts accounts;

    String slug;
    Person ida;
    AccountId account;
    Browser browser;

    @BeforeEach
    void someoneHasAnAccount() {
        slug = given.conference().slug();
        ida = new Person(jdbc, "ida-" + UUID.randomUUID() + "@example.org");
        account = given.account(ida.address());
        browser = new Browser(mvc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/{c}",
                "/{c}/shifts",
                "/{c}/shifts?view=grid",
                "/{c}/me",
                "/{c}/organize",
                "/assets/app.css"
            })
    void startsNoneForSomebodyWhoReads(String address) {
        var before = rows();
        assertThat(browser.get(address.replace("{c}", slug))).doesNotContainHeader(HttpHeaders.SET_COOKIE);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void lastsAnHourForAVisitorWithAForm() {
        browser.get("/sign-in");
        assertThat(idleSeconds()).isEqualTo(3600);
        assertThat(cookie().getMaxAge()).isNegative();
    }

    @Test
    void lastsThirtyDaysForAVolunteerAlsoWhenTheBrowserIsClosed() {
        ida.signIn(browser);
        assertThat(idleSeconds()).isEqualTo(30 * 24 * 3600);
        assertThat(cookie().getMaxAge()).isGreaterThan(30 * 24 * 3600);
    }

    @Test
    void lastsTwoHoursForWhoeverOrganizesAnything() {
        ida = new Person(
                jdbc,
                accounts.findById(given.organizer(given.conference()))
                        .orElseThrow()
                        .email()
                        .text());
        ida.signIn(browser);
        assertThat(idleSeconds()).isEqualTo(2 * 3600);
        assertThat(cookie().getMaxAge()).isNegative();
    }

    @Test
    void isKeptInACookieThatNoScriptAndNoOtherSiteCanUse() {
        ida.signIn(browser);
        assertThat(browser.cookieJar()).containsOnlyKeys(COOKIE);
        assertThat(cookie().isHttpOnly()).isTrue();
        assertThat(cookie().getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie().getPath()).isEqualTo("/");
        assertThat(cookie().getDomain()).isNull();
    }

    @Test
    void isANewOneBySigningIn() {
        browser.get("/sign-in");
        var before = cookie();
        ida.signIn(browser);
        assertThat(cookie().getValue()).isNotEqualTo(before.getValue());

        var fixed = new Browser(mvc);
        fixed.cookieJar().put(COOKIE, before);
        assertThat(fixed.get("/" + slug + "/me")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void hasANewCsrfTokenBySigningIn() {
        browser.get("/sign-in");
        ida.signIn(browser);
        // The browser has seen no page since, so this is the token from before
        assertThat(browser.post("/sign-out")).hasStatus(HttpStatus.FORBIDDEN);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-out")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void isTheNewPersonsAloneWhenASecondOneSignsInWithTheSameBrowser() {
        ida.signIn(browser);
        var second = new Person(jdbc, "noor-" + UUID.randomUUID() + "@example.org");
        given.account(second.address());
        second.signIn(browser);
        assertThat(ida.sessions()).isZero();
        assertThat(second.sessions()).isOne();
    }

    @Test
    void isGoneAfterSigningOut() {
        ida.signIn(browser);
        browser.get("/sign-in");
        var old = cookie();
        var answer = browser.post("/sign-out");
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/");
        assertThat(answer).hasHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        assertThat(ida.sessions()).isZero();
        assertThat(browser.cookieJar()).isEmpty();

        var again = new Browser(mvc);
        again.cookieJar().put(COOKIE, old);
        assertThat(again.get("/" + slug + "/me")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void isReadOnceForAPageAndNotWritten() {
        ida.signIn(browser);
        browser.get("/" + slug + "/shifts"); // which writes the token that its forms carry
        var statements = SqlCount.of(() -> browser.get("/" + slug + "/shifts"));
        assertThat(statements)
                .filteredOn(sql -> sql.toLowerCase(Locale.ROOT).contains("spring_session"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWithIgnoringCase("select");
    }

    /** As after its row was swept away, or from somebody who guesses. */
    @ParameterizedTest
    @ValueSource(strings = {"6f8e0f3c-7d5b-4c55-9a1e-0d6f4f0f7d11", "no id at all", ""})
    void isNoneForWhoeverNamesOneThatDoesNotExist(String id) {
        browser.cookieJar().put(COOKIE, new Cookie(COOKIE, Base64.getEncoder().encodeToString(id.getBytes())));
        var before = rows();
        var statements = SqlCount.of(
                () -> assertThat(browser.get("/" + slug + "/shifts")).hasStatusOk());
        assertThat(statements)
                .filteredOn(sql -> sql.toLowerCase(Locale.ROOT).contains("spring_session"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(browser.get("/" + slug + "/me")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void endsForTheNextRequestWithItsRow() {
        ida.signIn(browser);
        browser.get("/" + slug + "/shifts");
        jdbc.sql("delete from spring_session where session_id = ?")
                .param(sessionId())
                .update();
        assertThat(browser.get("/" + slug + "/me"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .redirectedUrl()
                .startsWith("/sign-in");
    }

    @Test
    void tellsToTheMinuteWhenItWasLastUsed() {
        ida.signIn(browser);
        assertThat(lastUsedAfterReading(Duration.ofSeconds(30))).isGreaterThan(Duration.ofSeconds(29));
        assertThat(lastUsedAfterReading(Duration.ofSeconds(90))).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void isReadFromItsRowAloneAsAfterARestart(
            @Autowired JdbcOperations database, @Autowired TransactionOperations transactions) {
        ida.signIn(browser);
        var restarted = new JdbcIndexedSessionRepository(database, transactions);
        Session session = requireNonNull(restarted.findById(sessionId()));
        SecurityContext context =
                requireNonNull(session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
        assertThat(SignedIn.in(context.getAuthentication()))
                .hasValueSatisfying(who -> assertThat(who.accountId()).isEqualTo(account));
    }

    /** How long ago, once a page was read so long after the one before. */
    private Duration lastUsedAfterReading(Duration later) {
        jdbc.sql("update spring_session set last_access_time = ? where session_id = ?")
                .params(Instant.now().minus(later).toEpochMilli(), sessionId())
                .update();
        browser.get("/" + slug + "/shifts");
        var lastUsed = jdbc.sql("select last_access_time from spring_session where session_id = ?")
                .param(sessionId())
                .query(Long.class)
                .single();
        return Duration.between(Instant.ofEpochMilli(lastUsed), Instant.now());
    }

    private Cookie cookie() {
        return requireNonNull(browser.cookieJar().get(COOKIE));
    }

    private String sessionId() {
        return new String(Base64.getDecoder().decode(cookie().getValue()));
    }

    private int idleSeconds() {
        return jdbc.sql("select max_inactive_interval from spring_session where session_id = ?")
                .param(sessionId())
                .query(Integer.class)
                .single();
    }

    private int rows() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }
}
