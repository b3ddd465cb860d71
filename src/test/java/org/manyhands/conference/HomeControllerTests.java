package org.manyhands.conference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.account.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The front page leads volunteers to conferences, and organizers to their own pages. */
@IntegrationTest
class HomeControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Accounts accounts;

    @Test
    void leadsAnOrganizerToTheirConferencesAlsoUnpublishedOnes() {
        var conference = given.unpublishedConference();
        assertThat(home(given.organizer(conference)))
                .bodyText()
                .contains(
                        "href=\"/" + conference.slug() + "/organize\"",
                        "Organize " + conference.name(),
                        "What you organize")
                .doesNotContain("New conference");
    }

    @Test
    void offersANewConferenceToWhoeverMayMakeOne() {
        var account = given.account("founder-" + Given.number() + "@team.example");
        var founder = accounts.findById(account).orElseThrow();
        founder.allowToCreateConferences();
        accounts.saveAndFlush(founder);
        assertThat(home(account)).bodyText().contains("href=\"/conferences/new\"", "New conference");
    }

    @Test
    void saysNothingOfOrganizingToOthers() {
        var conference = given.conference();
        given.organizer(conference);
        var volunteer = given.account("volunteer-" + Given.number() + "@volunteers.example");
        assertThat(home(volunteer))
                .bodyText()
                .contains(conference.name(), "See how to help")
                .doesNotContain("/organize", "New conference");
        assertThat(mvc.get().uri("/").exchange()).bodyText().doesNotContain("/organize", "New conference");
    }

    private MvcTestResult home(AccountId account) {
        return mvc.get().uri("/").with(SignedInAs.account(account)).exchange();
    }

    @Test
    void listsPublishedConferencesAlone() {
        var secret = given.unpublishedConference();
        var published = given.conference();
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/" + published.slug() + "\"")
                .doesNotContain("\"/" + secret.slug() + "\"");
    }
}
