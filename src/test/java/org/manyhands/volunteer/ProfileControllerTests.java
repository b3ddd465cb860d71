package org.manyhands.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a volunteer said of themselves, read and changed by them. */
@IntegrationTest
class ProfileControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private AccountId account;
    private VolunteerId ida;

    @BeforeEach
    void register() {
        conference = given.conference();
        account = given.account("ida-" + UUID.randomUUID() + "@example.org");
        ida = given.volunteer(conference, account, Profile.named("Ida Moreau"));
    }

    @Test
    void keepsAllThatWasTyped() {
        var desk = given.role(conference, "Desk").id().roleId().toString();
        assertThat(post(
                        "name",
                        "Ida M.",
                        "pronouns",
                        "she",
                        "chatHandle",
                        "@ida",
                        "phone",
                        "+1 919 555 0101",
                        "suits",
                        "QUIET",
                        "roles",
                        desk,
                        "hoursAtMost",
                        "6",
                        "hoursADayAtMost",
                        "3",
                        "days",
                        conference.firstDay().toString(),
                        "shownToCrew",
                        "true",
                        "version",
                        "0"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get())
                .bodyText()
                .contains(
                        "value=\"Ida M.\"",
                        "value=\"she\"",
                        "value=\"@ida\"",
                        "value=\"+1 919 555 0101\"",
                        "value=\"6\"",
                        "value=\"3\"")
                .containsPattern("value=\"QUIET\"[^>]* checked")
                .containsPattern("value=\"" + desk + "\"[^>]* checked")
                .containsPattern("value=\"" + conference.firstDay() + "\"[^>]* checked")
                .containsPattern("name=\"shownToCrew\"[^>]* checked");
    }

    @Test
    void writesDownWhatChangedButNotHowToReachThem() {
        post("name", "Ida M.", "phone", "+1 919 555 0101", "hoursAtMost", "6", "version", "0");
        assertThat(Organizer.audited(jdbc, ida.volunteerId()))
                .last()
                .asString()
                .startsWith("volunteer.described")
                .contains("\"name\": \"Ida Moreau\"", "\"name\": \"Ida M.\"", "\"hoursAtMost\": 6")
                .contains("\"phone\": \"none\"", "\"phone\": \"one\"")
                .doesNotContain("555", "pronouns");
    }

    @Test
    void refusesAStaleEditAndShowsBoth() {
        post("name", "Ida on the phone", "version", "0");
        assertThat(post("name", "Ida at the desk", "version", "0"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Ida on the phone", "value=\"Ida at the desk\"", "name=\"version\" value=\"1\"");
        assertThat(post("name", "Ida at the desk", "version", "1")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void takesTheSameFormTwice() {
        post("name", "Ida M.", "version", "0");
        assertThat(post("name", "Ida M.", "version", "0")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void refusesAStaleEditAlsoWhereOnlyRoleWishesWereChangedMeanwhile() {
        var desk = given.role(conference, "Desk").id().roleId().toString();
        var stage = given.role(conference, "Stage").id().roleId().toString();
        post("name", "Ida Moreau", "version", "0", "roles", desk);
        assertThat(post("name", "Ida Moreau", "version", "0", "roles", stage)).hasStatus(HttpStatus.CONFLICT);
        assertThat(get()).bodyText().containsPattern("value=\"" + desk + "\"[^>]* checked");
    }

    @ParameterizedTest
    @CsvSource({
        "name,'\u200b\u00a0',Enter your name",
        "hoursAtMost,0,Hours in all: Enter 1 or more",
        "hoursAtMost,lots,Hours in all: Enter a whole number",
        "hoursADayAtMost,0,Hours on one day: Enter 1 or more",
        "hoursADayAtMost,25,Hours on one day: Enter 24 or less",
        "suits,NOISY,What suits you",
    })
    void tellsWhatIsWrong(String field, String value, String told) {
        assertThat(post(field.equals("name") ? "pronouns" : "name", "Ida", "version", "0", field, value))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", told);
        assertThat(stored("name")).isEqualTo("Ida Moreau");
    }

    @Test
    void offersTheDayBeforeOnWhichSomethingIsSetUpAndNoOther() {
        given.timeslot(conference, -1, "14:00", "16:00");
        var eve = conference.firstDay().minusDays(1);
        assertThat(get())
                .bodyText()
                .contains("value=\"" + eve + "\"")
                .doesNotContain(eve.minusDays(1).toString());
        post("name", "Ida", "version", "0", "days", eve.toString(), "days", "1999-01-01");
        assertThat(stored("days_there")).isEqualTo("{" + eve + "}");
    }

    @Test
    void wishesForNoRoleOfAnotherConference() {
        var other = given.role(given.conference(), "Desk").id().roleId().toString();
        assertThat(post("name", "Ida", "version", "0", "roles", other)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(jdbc.sql("select count(*) from role_wish where volunteer_id = ?")
                        .param(ida.volunteerId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String stored(String column) {
        return jdbc.sql("select " + column + "::text from volunteer where volunteer_id = ?")
                .param(ida.volunteerId())
                .query(String.class)
                .single();
    }

    private MvcTestResult get() {
        return mvc.get()
                .uri("/{c}/me/profile", conference.slug())
                .with(SignedInAs.account(account))
                .exchange();
    }

    private MvcTestResult post(String... fields) {
        var request = mvc.post()
                .uri("/{c}/me/profile", conference.slug())
                .with(SignedInAs.account(account))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
