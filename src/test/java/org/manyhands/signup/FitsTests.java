package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.GivenTalks;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Shifts and the talks that a volunteer starred. */
@IntegrationTest
class FitsTests {

    @Autowired
    private Given given;

    @Autowired
    private GivenTalks talks;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private Waitlist waitlist;

    @Autowired
    private Invariants invariants;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private AccountId account;
    private VolunteerId vera;
    private Place hall;
    private Shift desk;
    private Shift bags;

    @BeforeEach
    void starATalk() {
        conference = given.conference();
        account = given.account("vera-" + UUID.randomUUID() + "@example.org");
        vera = given.volunteer(conference, account, Profile.named("Vera"));
        hall = given.place(conference, "Hall");
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        bags = given.shift(conference, "12:00", "13:00", Need.of(1));
        talks.star(vera, talks.talk(conference, "Django and HTMX", "09:30", "10:15", hall));
    }

    @AfterEach
    void nothingIsAmiss() {
        invariants.assertHoldIn(conference);
    }

    @Test
    void sayWithWhatAShiftClashes() {
        assertThat(page("/shifts"))
                .containsSubsequence(
                        id(desk), "Overlaps <cite>Django and HTMX</cite>", "which you starred", "Take it all the same");
        assertThat(page("/shifts")).containsSubsequence(id(bags), "Fits you");
    }

    @Test
    void keepOnlyWhatFits() {
        assertThat(page("/shifts?fits=true")).contains(id(bags)).doesNotContain("shift-" + id(desk));
        assertThat(mvc.get().uri(at("/shifts?fits=true"))).bodyText().contains(id(bags), id(desk));
    }

    @Test
    void leaveAClashToAnExplicitYes() {
        var refused = press("/shifts/" + id(desk) + "/signup", "requestId", uuid());
        assertThat(follow(refused))
                .contains("You starred Django and HTMX", "take it all the same", "name=\"evenSo\"", id(bags));
        assertThat(state(desk)).isEqualTo("NONE");
        press("/shifts/" + id(desk) + "/signup", "requestId", uuid(), "evenSo", "true");
        assertThat(state(desk)).isEqualTo("CONFIRMED");
    }

    @Test
    void tellOfEachOfSeveralThatClashes() {
        assertThat(follow(press("/signups", "requestId", uuid(), "shift", id(desk), "shift", id(bags))))
                .contains("You starred Django and HTMX");
        assertThat(state(bags)).isEqualTo("CONFIRMED");
        assertThat(state(desk)).isEqualTo("NONE");
    }

    @Test
    void countItAGainToHearTheTalkWhileWorking() {
        var emcee = hearing("09:00", "11:00", hall);
        var elsewhere = hearing("09:15", "11:00", given.place(conference, "Attic"));
        assertThat(page("/shifts/" + id(emcee)))
                .contains("You hear <cite>Django and HTMX</cite>")
                .doesNotContain("all the same");
        assertThat(page("/shifts/" + id(elsewhere))).contains("Overlaps <cite>Django and HTMX</cite>");
        press("/shifts/" + id(emcee) + "/signup", "requestId", uuid());
        assertThat(state(emcee)).isEqualTo("CONFIRMED");
    }

    @Test
    void overlookWhatIsGoneBlocksNobodyOrOnlyTouches() {
        assertThat(fits(given.shift(conference, "10:15", "11:00", Need.of(1)))).isTrue();
        assertThat(fits(desk)).isFalse();
        jdbc.sql("update talk set blocks = false where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        assertThat(fits(desk)).isTrue();
        jdbc.sql("update talk set blocks = true, gone_at = now() where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        assertThat(fits(desk)).isTrue();
    }

    @Test
    void overlookWhatOthersStarred() {
        var jun = given.account("jun-" + UUID.randomUUID() + "@example.org");
        given.volunteer(conference, jun, Profile.named("Jun"));
        assertThat(body(mvc.get()
                        .uri(at("/shifts"))
                        .with(SignedInAs.account(jun))
                        .exchange()))
                .doesNotContain("Django and HTMX");
    }

    @Test
    void fitNobodyOnADayOnWhichTheyAreAway() {
        jdbc.sql("update volunteer set days_there = array[:day::date] where volunteer_id = :vera")
                .param("day", conference.firstDay().plusDays(1))
                .param("vera", vera.volunteerId())
                .update();
        assertThat(fits(bags)).isFalse();
        assertThat(follow(press("/shifts/" + id(bags) + "/signup", "requestId", uuid())))
                .contains("You’re in");
    }

    @Test
    void serveWhoeverWaitsWhateverTheyStarredSince() {
        var holder = given.volunteer(conference);
        given.signUp(holder, bags);
        signups.signUpOrWait(vera, bags.id(), UUID.randomUUID());
        talks.star(vera, talks.talk(conference, "Keynote", "12:00", "13:00", hall));
        waitlist.serve(leaving.leave(holder, List.of(bags.id())).toServe());
        assertThat(state(bags)).isEqualTo("CONFIRMED");
    }

    private Shift hearing(String from, String to, Place place) {
        var emcee = given.role(conference, "Emcee in " + place.name());
        jdbc.sql("update role set traits = array['HEARS_TALKS'] where role_id = ?")
                .param(emcee.id().roleId())
                .update();
        return given.shift(conference, given.timeslot(conference, from, to), emcee, place, Need.of(1));
    }

    private boolean fits(Shift shift) {
        return page("/shifts?fits=true").contains("shift-" + id(shift));
    }

    private MvcTestResult press(String path, String... fields) {
        var request = mvc.post().uri(at(path)).with(SignedInAs.account(account)).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String follow(MvcTestResult answer) {
        var there = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        return body(mvc.get()
                .uri(URI.create(there))
                .with(SignedInAs.account(account))
                .cookie(answer.getResponse().getCookies())
                .exchange());
    }

    private String page(String path) {
        return body(mvc.get().uri(at(path)).with(SignedInAs.account(account)).exchange());
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private String at(String path) {
        return "/" + conference.slug() + path;
    }

    private static String id(Shift shift) {
        return shift.id().shiftId().toString();
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }

    private String state(Shift shift) {
        return jdbc.sql("select state from signup where volunteer_id = ? and shift_id = ?")
                .params(vera.volunteerId(), shift.id().shiftId())
                .query(String.class)
                .optional()
                .orElse("NONE");
    }
}
