package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.shared.Flash;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.Suits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Taking and leaving shifts, as a signed-in volunteer presses the buttons. */
@IntegrationTest
class SignupTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private AccountId account;
    private VolunteerId vera;
    private Shift desk;

    @BeforeEach
    void register() {
        conference = given.conference();
        account = given.account("vera-" + UUID.randomUUID() + "@example.org");
        vera = given.volunteer(conference, account, Profile.named("Vera"));
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
    }

    @Test
    void returnsToTheSamePartOfTheListAtTheSameShift() {
        var answer = post(
                "/shifts/" + id(desk) + "/signup",
                "requestId",
                uuid(),
                "day",
                conference.firstDay().toString(),
                "open",
                "true");
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(answer.getResponse().getRedirectedUrl())
                .isEqualTo("/%s/shifts?day=%s&open=true#shift-%s"
                        .formatted(conference.slug(), conference.firstDay(), id(desk)));
        assertThat(taken(desk)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"view=list", "open=true", "view=grid"})
    void saysOnTheListWhatBecameOfIt(String list) {
        var filter = list.split("=");
        var answer = post("/shifts/" + id(desk) + "/signup", "requestId", uuid(), filter[0], filter[1]);
        var there = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(mvc.get()
                        .uri(URI.create(there))
                        .with(SignedInAs.account(account))
                        .cookie(answer.getResponse().getCookies()))
                .bodyText()
                .containsOnlyOnce("A mail with the details is on its way.");
    }

    @Test
    void answersARepeatedRequestAlikeAndBooksOnce() {
        var request = uuid();
        var first = post("/shifts/" + id(desk) + "/signup", "requestId", request);
        var second = post("/shifts/" + id(desk) + "/signup", "requestId", request);
        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(told(second)).isEqualTo("signup.confirmed");
        assertThat(taken(desk)).isOne();
    }

    @Test
    void answersARepetitionAfterLeavingWithWhatIsTrueNow() {
        var request = uuid();
        post("/shifts/" + id(desk) + "/signup", "requestId", request);
        post("/shifts/" + id(desk) + "/withdraw");
        assertThat(told(post("/shifts/" + id(desk) + "/signup", "requestId", request)))
                .isEqualTo("signup.left-since");
        assertThat(taken(desk)).isZero();
    }

    @Test
    void refusesTheSameRequestWithAnotherShiftInIt() {
        var request = uuid();
        var other = given.shift(conference, "12:00", "13:00", Need.of(1));
        post("/shifts/" + id(desk) + "/signup", "requestId", request);
        assertThat(post("/shifts/" + id(other) + "/signup", "requestId", request))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(taken(other)).isZero();
    }

    @Test
    void saysThatItIsFullAndWhatFitsInstead() {
        given.signUp(given.volunteer(conference), desk);
        var other = given.shift(conference, "12:00", "13:00", Need.of(1));
        var refused = post("/shifts/" + id(desk) + "/signup", "requestId", uuid());
        assertThat(told(refused)).isEqualTo("signup.refused.HAS_ROOM");
        assertThat(refused.getResponse().getRedirectedUrl())
                .isEqualTo("/%s/shifts/%s".formatted(conference.slug(), id(desk)));
        assertThat(get("/shifts/" + id(desk)))
                .bodyText()
                .contains("These still have room", "/shifts/" + id(other) + "/signup");
    }

    @Test
    void namesTheShiftThatOverlaps() {
        given.signUp(vera, desk);
        var other = given.shift(conference, "09:59", "11:00", Need.of(1));
        var refused = post("/shifts/" + id(other) + "/signup", "requestId", uuid());
        assertThat(told(refused)).isEqualTo("signup.refused.NO_OVERLAP");
        assertThat(flash(refused).args().getLast().toString()).contains("8:00 – 10:00");
    }

    @Test
    void letsShiftsFollowEachOtherDirectly() {
        given.signUp(vera, desk);
        var next = given.shift(conference, "10:00", "11:00", Need.of(1));
        assertThat(told(post("/shifts/" + id(next) + "/signup", "requestId", uuid())))
                .isEqualTo("signup.confirmed");
    }

    @Test
    void sendsWhoIsNotRegisteredToJoinWithTheShift() {
        var stranger = given.account("stranger-" + UUID.randomUUID() + "@example.org");
        var answer = mvc.post()
                .uri("/" + conference.slug() + "/shifts/" + id(desk) + "/signup")
                .with(SignedInAs.account(stranger))
                .with(csrf())
                .param("requestId", uuid())
                .exchange();
        assertThat(answer.getResponse().getRedirectedUrl())
                .isEqualTo("/%s/join?shift=%s".formatted(conference.slug(), id(desk)));
    }

    @Test
    void doesNotKnowShiftsOfAnotherConference() {
        var elsewhere = given.shift(given.conference(), "08:00", "10:00", Need.of(1));
        assertThat(post("/shifts/" + id(elsewhere) + "/signup", "requestId", uuid()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("/shifts/" + id(elsewhere) + "/withdraw")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(taken(elsewhere)).isZero();
    }

    @Test
    void wantsTheFormsOwnIdAndToken() {
        assertThat(post("/shifts/" + id(desk) + "/signup")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post("/shifts/" + id(desk) + "/signup", "requestId", "seven"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(mvc.post()
                        .uri("/" + conference.slug() + "/shifts/" + id(desk) + "/signup")
                        .with(SignedInAs.account(account))
                        .param("requestId", uuid()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(taken(desk)).isZero();
    }

    @Test
    void freesThePlaceOnWithdrawal() {
        given.signUp(vera, desk);
        assertThat(told(post("/shifts/" + id(desk) + "/withdraw", "back", "me")))
                .isEqualTo("signup.withdrawn");
        assertThat(taken(desk)).isZero();
        assertThat(told(post("/shifts/" + id(desk) + "/withdraw"))).isEqualTo("signup.withdrawn");
        var never = given.shift(conference, "12:00", "13:00", Need.of(1));
        assertThat(told(post("/shifts/" + id(never) + "/withdraw"))).isEqualTo("signup.not-withdrawn");
    }

    @Test
    void leavesEverythingToComeAfterOneConfirmation() {
        var later = given.shift(conference, "12:00", "13:00", Need.of(1));
        given.signUp(vera, desk, later);
        assertThat(get("/me/leave")).bodyText().contains("8:00 – 10:00", "12:00 – 13:00", "Leave all of them");
        assertThat(told(post("/me/leave"))).isEqualTo("signup.left-all");
        assertThat(taken(desk) + taken(later)).isZero();
        assertThat(get("/me")).bodyText().contains("You have no shifts yet");
    }

    @Test
    void showsWithWhomToThoseOnTheShiftAndOnlyWhoAgreed() {
        var both = given.shift(conference, "12:00", "13:00", Need.of(3));
        var seen = new Profile("Ida Seen", "she/her", "@ida", "", Suits.EITHER, Set.of(), null, null, Set.of(), true);
        given.signUp(
                given.volunteer(conference, given.account("ida-" + UUID.randomUUID() + "@example.org"), seen), both);
        given.signUp(given.volunteer(conference, "Noor Unseen"), both);
        given.signUp(vera, both);
        assertThat(get("/me")).bodyText().contains("Ida Seen", "@ida").doesNotContain("Noor Unseen");
        assertThat(get("/shifts")).bodyText().doesNotContain("Ida Seen");
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post()
                .uri("/" + conference.slug() + address)
                .with(SignedInAs.account(account))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri("/" + conference.slug() + address)
                .with(SignedInAs.account(account))
                .exchange();
    }

    private static String told(MvcTestResult answer) {
        return flash(answer).key();
    }

    private static Flash flash(MvcTestResult answer) {
        return Objects.requireNonNull(
                (Flash) answer.getMvcResult().getFlashMap().get(Flash.NAME));
    }

    private int taken(Shift shift) {
        return jdbc.sql("select taken from shift where shift_id = ?")
                .param(shift.id().shiftId())
                .query(Integer.class)
                .single();
    }

    private static String id(Shift shift) {
        return shift.id().shiftId().toString();
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
