package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.conference.SignupWindow;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a volunteer reads who waits, is offered a place, swaps, leaves, or may not take what is open. */
@IntegrationTest
class VolunteerPagesTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private AccountId account;
    private VolunteerId vera;
    private VolunteerId holder;
    private Shift desk;

    @BeforeEach
    void register() {
        conference = given.conference();
        account = given.account("vera-" + UUID.randomUUID() + "@example.org");
        vera = given.volunteer(conference, account, Profile.named("Vera"));
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        holder = given.volunteer(conference);
        given.signUp(holder, desk);
    }

    @Test
    void sayThatTheyAreOutOfALineTheyLeave() {
        await(desk);
        assertThat(press("/shifts/" + id(desk) + "/withdraw"))
                .contains("You are out of the line.")
                .doesNotContain("You left the shift");
    }

    @Test
    void thankForAQuickNoToAnOffer() {
        var bags = given.shift(conference, "12:00", "13:00", Need.of(1));
        offer(bags);
        assertThat(press("/shifts/" + id(bags) + "/withdraw", "back", "me"))
                .contains("Thank you for the quick no")
                .doesNotContain("You left the shift");
    }

    @Test
    void tellWhatLeavingAllDoesToAnOfferAndALine() {
        offer(given.shift(conference, "12:00", "13:00", Need.of(1)));
        await(desk);
        assertThat(page("/me/leave"))
                .contains("The next in line is asked instead of you for", "You stop waiting for", "Leave all of them");
        assertThat(press("/me/leave"))
                .contains(
                        "You are out of the line you stood in. The place that was kept for you goes to the next in line.");
    }

    @Test
    void offerTheLineWhereTheFreePlaceIsKeptForSomebodyInIt() {
        var waiting = given.volunteer(conference);
        signups.signUpOrWait(waiting, desk.id(), UUID.randomUUID());
        leaving.leave(holder, List.of(desk.id()));
        assertThat(page("/shifts/" + id(desk))).contains("Join the waitlist").doesNotContain("Take it<span");
        leaving.leave(waiting, List.of(desk.id()));
        assertThat(page("/shifts/" + id(desk))).contains("Take it<span").doesNotContain("Join the waitlist");
    }

    @Test
    void returnToTheShiftsPageFromWhichOneJoinedTheLine() {
        var there = mvc.post()
                .uri(at("/shifts/" + id(desk) + "/signup"))
                .with(SignedInAs.account(account))
                .with(csrf())
                .param("requestId", UUID.randomUUID().toString())
                .param("waitlist", "true")
                .param("back", "shift")
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).isEqualTo(at("/shifts/" + id(desk)));
        assertThat(page("/shifts/" + id(desk))).contains("Number 1 in line", "/withdraw?back=shift\"");
    }

    @Test
    void tellWhoIsBusyThenThatTheyArePassedOver() {
        await(desk);
        given.signUp(vera, given.shift(conference, "09:00", "11:00", Need.of(1)));
        assertThat(page("/shifts")).contains("as long as you do, the next in line is asked before you.");
    }

    @Test
    void tellWhoWaitsWhatStandsAgainstThem() {
        await(desk);
        assertThat(page("/shifts")).doesNotContain("Raise it");
        mayWork(1);
        assertThat(page("/shifts"))
                .containsSubsequence(
                        "Number 1 in line", "you asked for 1 h at most", "/me/profile#hoursAtMost\">Raise it");
    }

    @Test
    void doNotCountALineAsAShiftToLeave() {
        var bags = given.shift(conference, "12:00", "13:00", Need.of(1));
        given.signUp(vera, bags);
        await(desk);
        assertThat(page("/me/leave")).contains("You stop waiting for");
        assertThat(press("/me/leave"))
                .contains("You left your shift. Thank you for telling us. You are out of the line you stood in.");
    }

    @Test
    void leadToTheLimitThatOneSetOneself() {
        mayWork(1);
        var bags = given.shift(conference, "12:00", "14:00", Need.of(1));
        var shorter = given.shift(conference, "15:00", "16:00", Need.of(1));
        var longer = given.shift(conference, "17:00", "19:00", Need.of(1));
        assertThat(press("/shifts/" + id(bags) + "/signup", "requestId", uuid()))
                .contains("you asked for 1 h at most", "/me/profile#hoursAtMost\">Raise it</a>")
                .contains("These still have room", "/shifts/" + id(shorter) + "/signup")
                .doesNotContain("/shifts/" + id(longer) + "/signup");
    }

    @Test
    void keepThePartOfTheListWhereNothingIsTicked() {
        assertThat(mvc.post()
                        .uri(at("/signups"))
                        .with(SignedInAs.account(account))
                        .with(csrf())
                        .param("requestId", uuid())
                        .param("open", "true"))
                .hasRedirectedUrl(at("/shifts?open=true"));
        assertThat(press("/signups", "requestId", uuid())).contains("Nothing is ticked yet.");
    }

    @Test
    void dropNothingThatWasTicked() {
        var bags = given.shift(conference, "12:00", "13:00", Need.of(1));
        var hidden = given.shift(conference, "14:00", "15:00", Need.of(1));
        jdbc.sql("update shift set published = false where shift_id = ?")
                .param(hidden.id().shiftId())
                .update();
        var told = press("/signups", "requestId", uuid(), "shift", "nonsense", "shift", id(hidden), "shift", id(bags));
        assertThat(told)
                .containsSubsequence(
                        "What became of the shifts you picked",
                        "A shift that you picked",
                        "Not yours",
                        "This shift is not open for sign-up",
                        "A shift that you picked",
                        "You’re in ✓");
        assertThat(press("/signups", "requestId", uuid(), "shift", id(hidden)))
                .contains("This shift is not open for sign-up");
    }

    @Test
    void sayOnTheListThatAShiftIsNotOfferedAnyMore() {
        jdbc.sql("update shift set published = false where shift_id = ?")
                .param(desk.id().shiftId())
                .update();
        assertThat(press("/shifts/" + id(desk) + "/signup", "requestId", uuid()))
                .contains("This shift is not open for sign-up. Look for another one in the list.");
    }

    @Test
    void offerToSwapOnlyWhatIsFullAndDoesNotOverlap() {
        var mine = given.shift(conference, "12:00", "13:00", Need.of(1));
        var also = given.shift(conference, "16:00", "18:00", Need.of(1));
        given.signUp(vera, mine, also);
        var overlapping = taken("17:00", "19:00", 1);
        var roomy = taken("20:00", "21:00", 2);
        assertThat(page("/shifts/" + id(mine) + "/swap"))
                .contains("<option value=\"\">Choose a shift</option>", "value=\"" + id(desk))
                .doesNotContain("value=\"" + id(overlapping), "value=\"" + id(roomy));
        assertThat(press("/shifts/" + id(mine) + "/swap", "wanted", ""))
                .contains("Choose the shift that you would like instead.");
    }

    @Test
    void sayOnTheFirstPageThatSignupIsClosed() {
        conference.takeSignups(new SignupWindow(null, start(desk).minus(60, ChronoUnit.DAYS)));
        given.save(conference);
        assertThat(page("")).contains("Sign-up closed on").doesNotContain("Every place is taken", "Only register");
    }

    @Test
    void doNotCallAConferenceWithoutShiftsFull() {
        conference = given.conference();
        assertThat(page("")).contains("The shifts are not published yet.").doesNotContain("Every place is taken");
    }

    private void offer(Shift shift) {
        given.signUp(vera, shift);
        jdbc.sql("update signup set state = 'OFFERED', offered_until = :until where volunteer_id = :vera")
                .param("until", Timestamp.from(start(shift)))
                .param("vera", vera.volunteerId())
                .update();
    }

    private void await(Shift shift) {
        assertThat(signups.signUpOrWait(vera, shift.id(), UUID.randomUUID()))
                .isInstanceOf(SignupOutcome.Waitlisted.class);
    }

    private Shift taken(String from, String to, int places) {
        var shift = given.shift(conference, from, to, Need.of(places));
        given.signUp(given.volunteer(conference), shift);
        return shift;
    }

    private void mayWork(int hours) {
        jdbc.sql("update volunteer set hours_at_most = ? where volunteer_id = ?")
                .params(hours, vera.volunteerId())
                .update();
    }

    private static Instant start(Shift shift) {
        return shift.during().start();
    }

    /** The page to which a button leads. */
    private String press(String path, String... fields) {
        var request = mvc.post().uri(at(path)).with(SignedInAs.account(account)).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        var answer = request.exchange();
        var there = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        return body(mvc.get()
                .uri(URI.create(there))
                .with(SignedInAs.account(account))
                .cookie(answer.getResponse().getCookies()));
    }

    private String page(String path) {
        return body(mvc.get().uri(at(path)).with(SignedInAs.account(account)));
    }

    private static String body(MockMvcTester.MockMvcRequestBuilder request) {
        try {
            return request.exchange().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
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
}
