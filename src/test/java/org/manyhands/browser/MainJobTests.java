package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main job: a newcomer on a phone gets two shifts that suit, and an organizer reads them in the roster. */
@BrowserTest
class MainJobTests {

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void leadsFromThePublicPageToTheRoster(boolean scripts) {
        var email = "newcomer-" + UUID.randomUUID() + "@example.org";
        var name = "Wren Castillo " + scripts;
        try (var volunteer = new Visitor(baseUrl, jdbc, Visitor.phone().setJavaScriptEnabled(scripts))) {
            volunteer.open("/djangocon-us");
            assertThat(volunteer.text())
                    .contains("Durham", "Mon 16 – Fri 20 October 2023", "Registration desk", "Quiet");

            volunteer.follow("See what needs you");
            volunteer
                    .page()
                    .locator(".card:has-text('Swag bag stuffing') a.button")
                    .first()
                    .click();
            volunteer.type("Your name", name);
            volunteer.type("E-mail", email);
            volunteer.press("Take this shift");
            volunteer.type("code", volunteer.codeMailedTo(email));
            volunteer.press("Sign in");
            assertThat(volunteer.text()).contains("You are expected at", "on Sunday 15 October", "Swag bag stuffing");
            assertThat(volunteer.screens()).as("screens").isLessThanOrEqualTo(5);
            assertThat(volunteer.fields()).as("fields").isLessThanOrEqualTo(6);

            volunteer.startCounting();
            volunteer.follow("Take another shift");
            volunteer.press(volunteer
                    .page()
                    .locator(".card:has-text('Online moderator') button:has-text('Take it')")
                    .first());
            assertThat(volunteer.taps()).as("taps for a further shift").isLessThanOrEqualTo(3);
            assertThat(volunteer.text()).contains("You’re in");
            volunteer.follow("My shifts");
            assertThat(volunteer.text()).contains("2 shifts", "Swag bag stuffing", "Online moderator", "Whom to ask");
            assertThat(volunteer.complaints()).isEmpty();
        }
        try (var organizer = new Visitor(baseUrl, jdbc, Visitor.desktop().setJavaScriptEnabled(scripts))) {
            organizer.signIn("organizer@example.org");
            organizer.open("/djangocon-us/organize/roster?by=day&day=2023-10-15");
            assertThat(organizer.text()).contains("Swag bag stuffing", name, email);
            assertThat(organizer.complaints()).isEmpty();
        }
    }
}
