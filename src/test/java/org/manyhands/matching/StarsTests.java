package org.manyhands.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.GivenTalks;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.SqlCount;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.shift.Need;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The schedule as volunteers see it, what they star in it, and their own conference. */
@IntegrationTest
class StarsTests {

    @Autowired
    private Given given;

    @Autowired
    private GivenTalks talks;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private AccountId account;
    private VolunteerId vera;
    private Place hall;
    private UUID keynote;
    private UUID htmx;

    @BeforeEach
    void holdTalks() {
        conference = given.conference();
        account = given.account("vera-" + UUID.randomUUID() + "@example.org");
        vera = given.volunteer(conference, account, Profile.named("Vera"));
        hall = given.place(conference, "Hall");
        keynote = talks.talk(conference, "Keynote: Slow is smooth", "09:00", "10:00", hall);
        htmx = talks.talk(conference, "Django & HTMX", "10:30", "11:00", given.place(conference, "Attic"));
    }

    @Test
    void areSetAndTakenAwayWithOneTap() {
        assertThat(press(keynote, "star", "?q=slow"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/" + conference.slug() + "/schedule?q=slow#talk-" + keynote);
        assertThat(press(keynote, "star", "")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(stars()).containsExactly(keynote);
        assertThat(get("/schedule")).bodyText().containsSubsequence("talk-" + keynote, "/unstar", "Starred");
        assertThat(press(keynote, "unstar", "")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(press(keynote, "unstar", "")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(stars()).isEmpty();
    }

    @Test
    void areForTalksOfThisConferenceThatAreOn() {
        var other = given.conference();
        var elsewhere = talks.talk(other, "Elsewhere", "09:00", "10:00", given.place(other, "Hall"));
        assertThat(press(elsewhere, "star", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(press(elsewhere, "unstar", "")).hasStatus(HttpStatus.NOT_FOUND);
        jdbc.sql("update talk set gone_at = now() where talk_id = ?")
                .param(htmx)
                .update();
        assertThat(press(htmx, "star", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stars()).isEmpty();
    }

    @Test
    void areForWhoeverIsRegistered() {
        var stranger = given.account("stranger-" + UUID.randomUUID() + "@example.org");
        assertThat(mvc.post()
                        .uri("/" + conference.slug() + "/schedule/" + keynote + "/star")
                        .with(SignedInAs.account(stranger))
                        .with(csrf()))
                .hasRedirectedUrl("/" + conference.slug() + "/join");
    }

    @Test
    void areOfferedToNoVisitor() {
        assertThat(mvc.get().uri("/" + conference.slug() + "/schedule"))
                .hasStatusOk()
                .doesNotContainHeader("Set-Cookie")
                .bodyText()
                .contains("Keynote: Slow is smooth", "Django &amp; HTMX", "Register</a> to star")
                .doesNotContain("/star", "_csrf");
    }

    @Test
    void narrowTheSchedule() {
        press(htmx, "star", "");
        assertThat(get("/schedule?starred=true"))
                .bodyText()
                .contains("talk-" + htmx)
                .doesNotContain("talk-" + keynote);
        assertThat(get("/schedule?q=SLOW"))
                .bodyText()
                .contains("talk-" + keynote)
                .doesNotContain("talk-" + htmx);
        assertThat(get("/schedule?room=Attic"))
                .bodyText()
                .contains("talk-" + htmx)
                .doesNotContain("talk-" + keynote);
        assertThat(get("/schedule?day=" + conference.firstDay().plusDays(1)))
                .bodyText()
                .contains("Nothing in the schedule is like that.");
        assertThat(get("/schedule?day=someday&starred=perhaps"))
                .hasStatusOk()
                .bodyText()
                .contains("talk-" + htmx, "talk-" + keynote);
    }

    @Test
    void standInOneTimelineWithTheShifts() {
        assertThat(get("/me/conference")).bodyText().contains("you have starred no talk and taken no shift");
        given.signUp(vera, given.shift(conference, "09:30", "10:30", Need.of(1)));
        press(keynote, "star", "");
        press(htmx, "star", "");
        assertThat(get("/me/conference"))
                .bodyText()
                .containsSubsequence("Keynote: Slow is smooth", "Your shift ✓", "Django &amp; HTMX")
                .containsPattern("Overlaps <cite>Keynote: Slow is smooth</cite> \\([^)]+\\), which you starred\\.")
                .contains("/cover?back=me");
    }

    @Test
    void areAllNamedThatAShiftTakes() {
        given.signUp(vera, given.shift(conference, "08:00", "18:00", Need.of(1)));
        press(keynote, "star", "");
        press(htmx, "star", "");
        for (var page : List.of("/me/conference", "/me")) {
            assertThat(get(page))
                    .bodyText()
                    .containsPattern(
                            "Overlaps <cite>Keynote: Slow is smooth</cite> \\([^)]+\\) and <cite>Django &amp; HTMX</cite>");
        }
    }

    @Test
    void takeTheSameFewStatementsHoweverManyThereAre() {
        var few = statements("/schedule").size();
        var mine = statements("/me/conference").size();
        for (var i = 0; i < 50; i++) {
            talks.star(vera, talks.talk(conference, "Talk " + i, "18:00", "19:00", hall));
        }
        assertThat(statements("/schedule")).hasSize(few).hasSizeLessThan(8);
        assertThat(statements("/me/conference")).hasSize(mine).hasSizeLessThan(8);
    }

    @Test
    void sayWhereThereIsNoScheduleYet() {
        assertThat(mvc.get().uri("/" + given.conference().slug() + "/schedule"))
                .bodyText()
                .contains("The schedule is not here yet.");
    }

    private List<String> statements(String path) {
        return SqlCount.of(() -> get(path)).stream()
                .filter(sql -> !sql.contains("SPRING_SESSION"))
                .toList();
    }

    private MvcTestResult press(UUID talk, String step, String query) {
        return mvc.post()
                .uri("/" + conference.slug() + "/schedule/" + talk + "/" + step + query)
                .with(SignedInAs.account(account))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri("/" + conference.slug() + path)
                .with(SignedInAs.account(account))
                .exchange();
    }

    private List<UUID> stars() {
        return jdbc.sql("select talk_id from star where volunteer_id = ?")
                .param(vera.volunteerId())
                .query(UUID.class)
                .list();
    }
}
