package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyhands.Browser;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ott.OneTimeTokenAuthentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which doors open to whom; behind each of them stands a page that says so, whether its own has been built yet or not. */
@IntegrationTest
class DoorsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter doors;

    @Autowired
    @Qualifier("springSessionRepositoryFilter")
    Filter sessions;

    MockMvcTester behind;
    String slug;
    AccountId organizer;

    @BeforeEach
    void aPageStandsBehindEachDoor() {
        behind = MockMvcTester.of(
                List.of(new Page()),
                builder -> builder.addFilters(sessions, doors).build());
        var conference = given.conference();
        slug = conference.slug();
        organizer = given.organizer(conference);
    }

    @RestController
    static class Page {

        @RequestMapping("/**")
        String page() {
            return "open";
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                address                                | visitor | volunteer | organizer | of another | founder
                /                                      | open    | open      | open      | open       | open
                /{c}                                   | open    | open      | open      | open       | open
                /{c}/shifts                            | open    | open      | open      | open       | open
                /{c}/shifts/1                          | open    | open      | open      | open       | open
                /{c}/join                              | open    | open      | open      | open       | open
                /{c}/schedule                          | open    | open      | open      | open       | open
                /sign-in/link                          | open    | open      | open      | open       | open
                /setup                                 | open    | open      | open      | open       | open
                /health                                | open    | open      | open      | open       | open
                /person                                | open    | open      | open      | open       | open
                /assets/app.css                        | open    | open      | open      | open       | open
                /{c}/me                                | sign in | open      | open      | open       | open
                /{c}/me/profile                        | sign in | open      | open      | open       | open
                /{c}/me/leave                          | sign in | open      | open      | open       | open
                /{c}/me/suggestions                    | sign in | open      | open      | open       | open
                /{c}/schedule/1/star                   | sign in | open      | open      | open       | open
                /{c}/shifts/1/signup                   | sign in | open      | open      | open       | open
                /{c}/shifts/1/withdraw                 | sign in | open      | open      | open       | open
                /{c}/organize                          | 404     | 404       | open      | 404        | 404
                /{c}/organize/roster                   | 404     | 404       | open      | 404        | 404
                /{c}/organize/shifts/1/edit            | 404     | 404       | open      | 404        | 404
                /no-such-conference/organize           | 404     | 404       | 404       | 404        | 404
                /conferences/new                       | sign in | 404       | 404       | 404        | open
                /{c}/nowhere/in/particular             | 404     | 404       | 404       | 404        | 404
                /{c}/shifts/1/else                     | 404     | 404       | 404       | 404        | 404
                /error                                 | 404     | 404       | 404       | 404        | 404
                /actuator/env                          | 404     | 404       | 404       | 404        | 404
                /.git/config                           | 404     | 404       | 404       | 404        | 404
                """, useHeadersInDisplayName = true)
    void opensToWhomItShould(
            String address, String visitor, String volunteer, String ofThisOne, String ofAnother, String founder) {
        assertThat(answer(new Browser(behind), address)).as("visitor").isEqualTo(visitor);
        assertThat(answer(signedIn(given.account("v" + UUID.randomUUID() + "@example.org")), address))
                .as("volunteer")
                .isEqualTo(volunteer);
        assertThat(answer(signedIn(organizer), address)).as("organizer").isEqualTo(ofThisOne);
        assertThat(answer(signedIn(given.organizer(given.conference())), address))
                .as("organizer of another conference")
                .isEqualTo(ofAnother);
        assertThat(answer(signedIn(founder()), address)).as("founder").isEqualTo(founder);
    }

    @Test
    void leadsBackToThePageAfterSigningIn() {
        assertThat(mvc.get().uri("/{c}/me/profile?day=2026-10-19", slug))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/sign-in?next=%2F" + slug + "%2Fme%2Fprofile%3Fday%3D2026-10-19");
        var browser = new Browser(mvc);
        browser.get("/" + slug + "/me/profile?day=2026-10-19");
        assertThat(browser.follow()).bodyText().contains("value=\"/" + slug + "/me/profile?day=2026-10-19\"");
    }

    @Test
    void asksAnOrganizerToSignInAgainAfterTwelveHours() {
        var address = "/" + slug + "/organize/roster";
        assertThat(mvc.get()
                        .uri(address)
                        .with(authentication(since(Duration.ofHours(12).minusSeconds(30)))))
                .doesNotContainHeader("Location");
        assertThat(mvc.get()
                        .uri(address)
                        .with(authentication(since(Duration.ofHours(12).plusSeconds(30)))))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/sign-in?next=%2F" + slug + "%2Forganize%2Froster");
        assertThat(mvc.get().uri("/" + slug + "/me/profile").with(authentication(since(Duration.ofDays(29)))))
                .matches(result -> !String.valueOf(result.getResponse().getHeader("Location"))
                        .startsWith("/sign-in"));
    }

    private String answer(Browser browser, String address) {
        var response = browser.get(address.replace("{c}", slug)).getResponse();
        return switch (response.getStatus()) {
            case 200 -> "open";
            case 303 -> "sign in";
            default -> String.valueOf(response.getStatus());
        };
    }

    private Browser signedIn(AccountId account) {
        var person = new Person(
                jdbc, accounts.findById(account).orElseThrow().email().text());
        var browser = new Browser(mvc);
        person.signIn(browser);
        var beyond = new Browser(behind);
        beyond.cookieJar().putAll(browser.cookieJar());
        return beyond;
    }

    private AccountId founder() {
        var account = accounts.register(EmailAddress.of("f" + UUID.randomUUID() + "@example.org"), clock.instant());
        account.allowToCreateConferences();
        return accounts.save(account).id();
    }

    private OneTimeTokenAuthentication since(Duration ago) {
        var email = accounts.findById(organizer).orElseThrow().email();
        return new OneTimeTokenAuthentication(
                new SignedIn(organizer, email, clock.instant().minus(ago)), List.of());
    }
}
