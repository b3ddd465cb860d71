package org.manyhands.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.account.Rights;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How a conference begins. */
@IntegrationTest
class NewConferenceControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Conferences conferences;

    @Autowired
    private Team team;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private AccountId founder;

    @BeforeEach
    void mayCreateConferences() {
        founder = given.account("founder-" + UUID.randomUUID() + "@example.org");
        jdbc.sql("update account set may_create_conferences = true where account_id = ?")
                .param(founder.accountId())
                .update();
    }

    @Test
    void belongsToWhoeverFoundedIt() {
        var name = "DjangoCon US " + Given.number();
        var slug = name.toLowerCase().replace(' ', '-');
        assertThat(mvc.get().uri("/conferences/new").with(SignedInAs.account(founder)))
                .hasStatusOk()
                .bodyText()
                .contains("A new conference", "Brussels (Europe)");
        assertThat(found(name, "")).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/" + slug + "/organize");
        var conference = conferences.findBySlug(slug).orElseThrow();
        assertThat(conference.isPublished()).isFalse();
        assertThat(team.standing(founder, slug)).isEqualTo(Rights.Standing.ORGANIZER);
        assertThat(Organizer.audited(jdbc, conference.id().conferenceId()))
                .singleElement()
                .asString()
                .startsWith("conference.added");
    }

    @Test
    void isNotForOthers() {
        var somebody = SignedInAs.account(given.account("somebody-" + UUID.randomUUID() + "@example.org"));
        assertThat(mvc.get().uri("/conferences/new").with(somebody)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri("/conferences/new").with(somebody).with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void hasAnAddressOfItsOwn() {
        var slug = given.conference().slug();
        assertThat(found("Another one", slug))
                .hasStatusOk()
                .bodyText()
                .contains("Another conference has this name in its address", "Another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in", "setup", "organize", "health", "me", "well-known", "api"})
    void hasNoAddressOfTheInstallation(String slug) {
        assertThat(found("Something", slug))
                .hasStatusOk()
                .bodyText()
                .contains("“" + slug + "” is an address of the installation itself");
    }

    @Test
    void leavesEveryFirstWordOfAnAddressToTheInstallation() {
        var words = routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .flatMap(NewConferenceControllerTests::firstWord);
        assertThat(words).isNotEmpty().allMatch(ReservedSlugs::contain);
    }

    private static Stream<String> firstWord(String pattern) {
        var word = pattern.split("/").length > 1 ? pattern.split("/")[1] : "";
        return word.isEmpty() || word.startsWith("{") ? Stream.empty() : Stream.of(word);
    }

    private MvcTestResult found(String name, String slug) {
        return mvc.post()
                .uri("/conferences/new")
                .with(SignedInAs.account(founder))
                .with(csrf())
                .param("name", name)
                .param("slug", slug)
                .param("town", "Durham")
                .param("firstDay", "2027-03-13")
                .param("lastDay", "2027-03-15")
                .param("zone", "America/New_York")
                .param("contactName", "Priya Raman")
                .param("contactEmail", "priya@example.org")
                .param("conductUrl", "https://example.org/conduct")
                .exchange();
    }
}
