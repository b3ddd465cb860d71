package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.manyhands.shared.LocalTimes;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Two readers to whom a shift is the same kind of thing, one after the other: what its card tells the second is still
 * theirs. Each of these shows a shift whose card nobody has read before.
 */
@IntegrationTest
class LikeCardsTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignupService signups;

    private Conference conference;
    private Shift desk;
    private Reader ida;
    private Reader noor;

    private record Reader(AccountId account, VolunteerId volunteer) {}

    @BeforeEach
    void open() {
        conference = given.conference();
        desk = given.shift(conference, "08:00", "10:00", Need.of(2));
        ida = registered();
        noor = registered();
    }

    @Test
    void nameTheirOwnShiftThatOverlaps() {
        given.signUp(ida.volunteer(), given.shift(conference, "07:00", "08:30", Need.of(1)));
        given.signUp(noor.volunteer(), given.shift(conference, "09:30", "11:00", Need.of(1)));
        assertThat(card(ida, desk)).contains("You’re busy then", "7:00 – 8:30");
        assertThat(card(noor, desk))
                .contains("You’re busy then", "9:30 – 11:00")
                .doesNotContain("7:00 – 8:30");
    }

    @Test
    void tellTheirOwnPlaceInLine() {
        given.signUp(given.volunteer(conference), desk);
        given.signUp(given.volunteer(conference), desk);
        wait(ida);
        wait(noor);
        assertThat(card(ida, desk)).contains("Number 1 in line");
        assertThat(card(noor, desk)).contains("Number 2 in line");
    }

    @Test
    void tellOfTheirOwnShiftWhetherTheyLookForSomebody() {
        given.signUp(ida.volunteer(), desk);
        given.signUp(noor.volunteer(), desk);
        post(ida, "/cover");
        assertThat(card(ida, desk)).contains("Yours until taken", "Keep it after all");
        assertThat(card(noor, desk)).contains("You’re in ✓", "Find someone").doesNotContain("Yours until taken");
    }

    /** The card was never made without it: what is said once must not be what is kept. */
    @Test
    void sayOnceWhatTheirReaderDidAndToNobodyElse() {
        given.signUp(ida.volunteer(), desk);
        var left = post(ida, "/withdraw");
        var told = mvc.get()
                .uri(URI.create(Objects.requireNonNull(left.getResponse().getRedirectedUrl())))
                .with(SignedInAs.account(ida.account()))
                .cookie(left.getResponse().getCookies())
                .exchange();
        assertThat(card(told, desk)).contains("Take it", "role=\"status\"");
        assertThat(card(noor, desk)).contains("Take it").doesNotContain("role=\"status\"");
    }

    @Test
    void leadBackToTheListTheirReaderCameFrom() {
        assertThat(card(list(ida, "?setting=people"), desk)).contains("/signup?setting=people\"");
        assertThat(card(list(noor, "?open=true"), desk))
                .contains("/signup?open=true\"")
                .doesNotContain("setting=people");
        assertThat(card(noor, desk)).contains("/signup\"");
    }

    @Test
    void canBeTickedWhereThereIsMoreThanOneToTick() {
        assertThat(card(ida, desk)).contains("Take it").doesNotContain("type=\"checkbox\"");
        given.shift(conference, "14:00", "15:00", Need.of(1));
        assertThat(card(noor, desk)).contains("Take it", "type=\"checkbox\"");
        given.signUp(noor.volunteer(), given.shift(conference, "13:00", "15:00", Need.of(1)));
        assertThat(card(noor, desk)).contains("Take it").doesNotContain("type=\"checkbox\"");
    }

    @Test
    void haveAFormForVolunteersAndALinkForEverybodyElse() {
        assertThat(card(ida, desk)).contains("<form", "_csrf");
        assertThat(card(mvc.get().uri(address()).exchange(), desk))
                .contains("/join?shift=" + desk.id().shiftId())
                .doesNotContain("<form", "_csrf");
        assertThat(card(noor, desk)).contains("<form", "_csrf");
    }

    @Test
    void tellWhenSignUpOpensByTheLatestWord() {
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        var nextWeek = Instant.now().plus(7, ChronoUnit.DAYS);
        assertThat(card(ida, desk)).contains("Take it");
        takeSignups(new SignupWindow(tomorrow, null));
        assertThat(card(ida, desk)).contains("Not open yet", "opens on", inWords(tomorrow));
        takeSignups(new SignupWindow(nextWeek, null));
        assertThat(card(noor, desk)).contains("Not open yet", inWords(nextWeek)).doesNotContain(inWords(tomorrow));
    }

    @Test
    void tellWhenSignUpClosedByTheLatestWord() {
        var lastWeek = Instant.now().minus(7, ChronoUnit.DAYS);
        var yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
        takeSignups(new SignupWindow(null, lastWeek));
        assertThat(card(ida, desk)).contains("Closed", "closed on", inWords(lastWeek));
        takeSignups(new SignupWindow(null, yesterday));
        assertThat(card(noor, desk)).contains("Closed", inWords(yesterday)).doesNotContain(inWords(lastWeek));
    }

    /** Nothing but time passes. */
    @Test
    void canBeTakenFromTheMomentOfTheOpeningOn() {
        takeSignups(new SignupWindow(Instant.now().plusMillis(1_500), null));
        card(ida, desk);
        await().untilAsserted(() -> assertThat(card(noor, desk)).contains("Take it"));
    }

    private void wait(Reader reader) {
        signups.signUpOrWait(reader.volunteer(), desk.id(), UUID.randomUUID());
    }

    private void takeSignups(SignupWindow window) {
        conference.takeSignups(window);
        conference = given.save(conference);
    }

    private String inWords(Instant time) {
        return new LocalTimes(conference.zone(), conference.town()).say(time).toString();
    }

    private Reader registered() {
        var account = given.account("reader-" + UUID.randomUUID() + "@example.org");
        return new Reader(account, given.volunteer(conference, account, Profile.named("Somebody")));
    }

    private MvcTestResult post(Reader reader, String step) {
        return mvc.post()
                .uri(address() + "/" + desk.id().shiftId() + step)
                .with(SignedInAs.account(reader.account()))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult list(Reader reader, String query) {
        return mvc.get()
                .uri(address() + query)
                .with(SignedInAs.account(reader.account()))
                .exchange();
    }

    private String card(Reader reader, Shift shift) {
        return card(list(reader, ""), shift);
    }

    /** The markup of one shift's card. */
    private static String card(MvcTestResult page, Shift shift) {
        var body = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var from = body.indexOf("id=\"shift-" + shift.id().shiftId());
        assertThat(from).as(body).isPositive();
        return body.substring(from, body.indexOf("</li>", from));
    }

    private String address() {
        return "/" + conference.slug() + "/shifts";
    }
}
