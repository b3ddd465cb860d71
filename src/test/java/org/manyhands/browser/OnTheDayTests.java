package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organizer fills a gap from the roster: puts somebody on, moves them, adds who walked in, and asks others by mail. */
@BrowserTest
class OnTheDayTests {

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void fillsAGap(boolean scripts) {
        var email = "helpful-" + UUID.randomUUID() + "@example.org";
        var name = "Merle Winter " + scripts;
        try (var volunteer = new Visitor(baseUrl, jdbc, Visitor.phone().setJavaScriptEnabled(scripts));
                var organizer = new Visitor(baseUrl, jdbc, Visitor.desktop().setJavaScriptEnabled(scripts))) {
            volunteer.open("/djangocon-us/join");
            volunteer.type("Your name", name);
            volunteer.type("E-mail", email);
            volunteer.press("Register");
            volunteer.type("code", volunteer.codeMailedTo(email));
            volunteer.press("Sign in");

            organizer.signIn("organizer@example.org");
            organizer.open("/djangocon-us/organize/roster/gaps?day=2023-10-18");
            organizer.startCounting();
            organizer.press(organizer.page().locator("td:is(.short, .need) a").first());
            organizer.follow("Who is on it");
            organizer.type("Name or e-mail", email);
            organizer.press("Find");
            organizer.press("Put on this shift");
            assertThat(organizer.text()).contains(name + " is on it now, and a mail tells them so");
            assertThat(organizer.taps()).as("taps to put somebody on").isLessThanOrEqualTo(4);

            organizer.press(organizer
                    .page()
                    .locator(".card:has-text('" + name + "') a:has-text('Move')")
                    .first());
            organizer.page().locator("#to option:has-text('needs')").first().waitFor(attached());
            organizer
                    .page()
                    .locator("#to")
                    .selectOption(organizer
                            .page()
                            .locator("#to option:has-text('needs')")
                            .first()
                            .getAttribute("value"));
            organizer.press("Move them there");
            assertThat(organizer.text()).contains(name + " is on the other shift now");

            organizer.follow("Add somebody who walked in");
            organizer.type("Name", "Ana Walker " + scripts);
            organizer.press("Put them on this shift");
            assertThat(organizer.text()).contains("Ana Walker " + scripts + " is on it now");

            organizer.open("/djangocon-us/organize/roster/gaps?day=2023-10-19");
            organizer.press(organizer.page().locator("td:is(.short, .need) a").first());
            organizer.follow("Find cover");
            assertThat(organizer.text()).contains("free then");
            organizer.press("Mail those ticked a link");
            assertThat(organizer.text()).contains("asked by mail. Whoever takes it first has it.", "No answer yet");

            assertThat(organizer.complaints()).isEmpty();
            assertThat(volunteer.complaints()).isEmpty();
        }
    }

    /** An option of a closed list is never visible. */
    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }
}
