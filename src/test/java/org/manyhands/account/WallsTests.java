package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Browser;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What keeps other sites and strangers' forms out, whoever is signed in. */
@IntegrationTest
class WallsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Test
    void refusesAFormWithoutTheTokenOfItsSession() {
        var other = new Browser(mvc);
        other.get("/sign-in");
        var browser = new Browser(mvc);
        assertThat(browser.post("/sign-in", "email", "ida@example.org")).hasStatus(HttpStatus.FORBIDDEN);
        browser.get("/sign-in");
        browser.cookieJar().putAll(other.cookieJar());
        assertThat(browser.post("/sign-in", "email", "ida@example.org")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(browser.post("/sign-out")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 303",
        "Sec-Fetch-Site, none, 303",
        "Origin, https://evil.example, 403",
        "Origin, http://localhost.evil.example, 403",
        "Origin, http://localhost, 303",
        "Origin, http://localhost:8080, 303",
        "Origin, null, 303",
        "Origin, not an address, 403",
    })
    void refusesWhatAnotherSiteSends(String header, String value, int status) {
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .param("email", "c" + UUID.randomUUID() + "@example.org")
                        .header("Host", "localhost")
                        .header(header, value)
                        .with(csrf()))
                .hasStatus(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/setup",
                "/{c}/shifts",
                "/{c}/me",
                "/{c}/organize",
                "/nowhere/at/all",
                "/assets/app.css"
            })
    void carriesTheHeadersOnEveryAnswer(String address) {
        var answer =
                mvc.get().uri(address.replace("{c}", given.conference().slug())).exchange();
        assertThat(answer)
                .hasHeader("Content-Security-Policy", SecurityHeaders.CONTENT_SECURITY_POLICY)
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .hasHeader("Permissions-Policy", SecurityHeaders.PERMISSIONS_POLICY)
                .doesNotContainHeader("Strict-Transport-Security");
    }

    @Test
    void hasNoUserWithAPassword(@Autowired ApplicationContext context) {
        assertThat(context.getBeanNamesForType(UserDetailsService.class)).isEmpty();
    }
}
