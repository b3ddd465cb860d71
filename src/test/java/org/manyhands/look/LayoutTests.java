package org.manyhands.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class LayoutTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesAStrangerAWayInAndNoSession() {
        var sessions = jdbc.sql("select count(*) from spring_session").query(Long.class);
        var before = sessions.single();
        assertThat(mvc.get().uri("/styleguide/page"))
                .hasStatusOk()
                .doesNotContainHeader("Set-Cookie")
                .bodyText()
                .contains("<title>What needs you on Monday – DjangoCon US</title>", "<a href=\"/sign-in\">Sign in</a>")
                .doesNotContain("method=\"post\"", "_csrf", "My shifts", "Sign out");
        assertThat(sessions.single()).isEqualTo(before);
    }

    @Test
    void givesAVolunteerTheirShiftsAndAWayOut() {
        assertThat(mvc.get().uri("/styleguide/page").with(user("ida")))
                .bodyText()
                .contains("<a href=\"/styleguide/me\">My shifts · 2</a>", "action=\"/sign-out\"", "name=\"_csrf\"")
                .doesNotContain("Sign in<", "aria-label=\"Organize\"");
    }

    @Test
    void marksWhereAnOrganizerIs() {
        assertThat(mvc.get().uri("/styleguide/organize/roster").with(user("noor")))
                .bodyText()
                .contains("<a href=\"/styleguide/organize\">Now</a>")
                .containsPattern("<a href=\"/styleguide/organize/roster\"\\s+aria-current=\"page\">Roster</a>");
        assertThat(mvc.get().uri("/styleguide/organize").with(user("noor")))
                .bodyText()
                .contains("<a href=\"/styleguide/organize\" aria-current=\"page\">Now</a>");
    }

    @Test
    void saysWhomToAskOnEveryPage() {
        assertThat(mvc.get().uri("/styleguide/page"))
                .bodyText()
                .contains(
                        "Noor Haddad",
                        "mailto:volunteers@example.org",
                        "tel:+19195550100",
                        "https://example.org/conduct");
    }

    @Test
    void saysOnceWhatHappened() {
        assertThat(mvc.get().uri("/styleguide/flash"))
                .bodyText()
                .contains(
                        "<p class=\"flash not-done\" role=\"status\">Registration desk filled up while you were choosing. Pick another</p>");
        assertThat(mvc.get().uri("/styleguide/flash-beside"))
                .bodyText()
                .containsOnlyOnce("<p class=\"flash done\" role=\"status\">You’re in</p>")
                .doesNotContain("flash-place");
    }

    @Test
    void linksAssetsByTheirContentSoThatTheyCanBeKeptForAYear() throws Exception {
        var page = mvc.get().uri("/styleguide/page").exchange().getResponse().getContentAsString();
        for (var asset : new String[] {"app-[0-9a-f]{32}\\.css", "icon-[0-9a-f]{32}\\.svg"}) {
            var link = Pattern.compile("href=\"(/assets/" + asset + ")\"").matcher(page);
            assertThat(link.find()).as(asset).isTrue();
            assertThat(mvc.get().uri(link.group(1))).hasStatusOk().hasHeader("Cache-Control", "max-age=31536000");
        }
    }
}
