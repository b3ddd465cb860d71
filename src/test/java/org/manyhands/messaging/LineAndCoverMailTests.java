package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Contact;
import org.manyhands.role.Roles;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.shift.Timeslot;
import org.manyhands.shift.Timeslots;
import org.manyhands.signup.CoverWanted;
import org.manyhands.signup.OfferRanOut;
import org.manyhands.signup.SignupId;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.Suits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told by mail of waiting in line, of an offered place and of looking for somebody, and to whom. */
@IntegrationTest
class LineAndCoverMailTests {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Timeslots timeslots;

    @Autowired
    private Roles roles;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private String email;
    private String contact;
    private AccountId account;
    private VolunteerId vera;
    private Mails mails;
    private Mails team;

    @BeforeEach
    void register() {
        email = "vera-" + UUID.randomUUID() + "@example.org";
        contact = "team-" + UUID.randomUUID() + "@example.org";
        conference = given.conference();
        conference.answerTo(
                new Contact("Priya Raman", contact, "+1 919 555 0100"), "https://conference.example/conduct", null);
        conference = given.save(conference);
        account = given.account(email);
        var suits = new Profile(
                "Vera Blum", "", "", "+1 919 555 0199", Suits.EITHER, Set.of(), null, null, Set.of(), false);
        vera = given.volunteer(conference, account, suits);
        mails = new Mails(jdbc, email);
        team = new Mails(jdbc, contact);
    }

    @Test
    void offersALatePlaceWithTheTimeUntilWhichItIsKept() {
        var desk = desk(Duration.ofHours(5), null);
        var ida = given.volunteer(conference);
        given.signUp(ida, desk);
        waitFor(desk);
        assertThat(mails.all()).isEmpty();
        leave(ida, desk);

        var mail = mails.only();
        var until = jdbc.sql("select offered_until from signup where signup_id = ?")
                .param(signup(desk).signupId())
                .query(Instant.class)
                .single();
        assertThat(mail.kind()).isEqualTo("PLACE_OFFERED");
        assertThat(mail.subject()).isEqualTo("A place became free: " + inWords(desk));
        assertThat(mail.notAfter()).isEqualTo(until);
        assertThat(mail.replyTo()).isEqualTo(contact);
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("Vera Blum", "you were in line", times().say(until) + " (Durham, E", "Say yes or no")
                        .contains("Registration desk", address("/me"), address("/shifts/" + id(desk)), "Priya Raman"));
        assertThat(mail.textBody()).doesNotContain("\n\n\n");

        post(account, desk, "/take", "requestId", UUID.randomUUID().toString());
        assertThat(kinds()).containsExactly("PLACE_OFFERED", "YOU_ARE_IN");
    }

    @Test
    void saysThatAnOfferRanOutAndHowToFindAnotherShift() {
        var desk = desk(Duration.ofHours(5), null);
        given.signUp(vera, desk);
        var news = new OfferRanOut(signup(desk));
        publish(news);
        publish(news);

        var mail = mails.all().getLast();
        assertThat(kinds()).containsExactly("YOU_ARE_IN", "OFFER_RAN_OUT");
        assertThat(mail.subject()).isEqualTo("The place went on: " + inWords(desk));
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("heard no yes in time", "not in line for it any more", "join its waitlist again")
                        .contains(address("/shifts?open=true"), address("/shifts/" + id(desk)), address("/me")));
        assertThat(mail.textBody()).doesNotContain("\n\n\n");
    }

    @Test
    void saysToWhoeverWasInLineWhyTheyAreIn() {
        var desk = desk(Duration.ofDays(20), null);
        var ida = given.volunteer(conference);
        given.signUp(ida, desk);
        waitFor(desk);
        leave(ida, desk);

        assertThat(mails.only().kind()).isEqualTo("YOU_ARE_IN");
        assertThat(mails.only().bodies())
                .allSatisfy(body ->
                        assertThat(body).contains("You were in line for it, and a place became free.", "Withdraw"));
    }

    @Test
    void saysNothingOfALineToWhoeverTookItAtOnce() {
        given.signUp(vera, desk(Duration.ofDays(20), null));
        assertThat(mails.only().bodies())
                .allSatisfy(body -> assertThat(body).doesNotContain("in line", "Find someone"));
    }

    @Test
    void saysFromWhenOnToFindSomebody() {
        var desk = desk(Duration.ofDays(20), 48);
        given.signUp(vera, desk);
        var deadline = desk.during().start().minus(Duration.ofHours(48));
        assertThat(mails.only().bodies())
                .allSatisfy(body ->
                        assertThat(body).contains("From " + times().say(deadline) + " on, press Find someone instead"));
    }

    @Test
    void thanksWhoeverIsCoveredAndDoesNotSayThatTheyLeft() {
        var desk = desk(Duration.ofDays(20), null);
        given.signUp(vera, desk);
        post(account, desk, "/cover");
        assertThat(kinds()).containsExactly("YOU_ARE_IN");
        takeOver(desk);

        var mail = mails.all().getLast();
        assertThat(kinds()).containsExactly("YOU_ARE_IN", "YOU_ARE_COVERED");
        assertThat(mail.subject()).isEqualTo("Somebody took over: " + inWords(desk));
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("Vera Blum", "you are free", "Thank you for finding someone", "Registration desk")
                        .contains(address("/me"), address("/shifts?open=true"), "Priya Raman"));
        assertThat(mail.textBody()).doesNotContain("\n\n\n");
    }

    @Test
    void tellsTheContactOfASearchThatBeginsLate() {
        var desk = desk(Duration.ofHours(20), 48);
        given.signUp(vera, desk);
        post(account, desk, "/cover");
        post(account, desk, "/cover");

        var mail = team.only();
        var day = times().date(desk.during().start());
        assertThat(mail.kind()).isEqualTo("COVER_WANTED_LATE");
        assertThat(mail.subject()).isEqualTo("Cover wanted: " + inWords(desk));
        assertThat(mail.replyTo()).isEqualTo(email);
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("Hello Priya Raman", "Vera Blum", email, "+1 919 555 0199")
                        .contains("Registration desk", "still theirs until somebody does")
                        .contains(address("/organize/roster?day=" + day + "#shift-" + id(desk))));
        assertThat(mail.htmlBody()).contains("href=\"mailto:" + email + "\"", "href=\"tel:+19195550199\"");
        assertThat(mail.textBody()).doesNotContain("\n\n\n");
        assertThat(kinds()).containsExactly("YOU_ARE_IN");
    }

    @Test
    void leavesOutThePhoneOfWhoeverGaveNone() {
        jdbc.sql("update volunteer set phone = '' where volunteer_id = ?")
                .param(vera.volunteerId())
                .update();
        var desk = desk(Duration.ofHours(20), 48);
        given.signUp(vera, desk);
        post(account, desk, "/cover");

        assertThat(team.only().bodies()).allSatisfy(body -> assertThat(body).doesNotContain("Call:", "tel:", "null"));
    }

    @Test
    void keepsASearchInGoodTimeAmongVolunteers() {
        var desk = desk(Duration.ofDays(20), 48);
        given.signUp(vera, desk);
        post(account, desk, "/cover");

        assertThat(team.all()).isEmpty();
    }

    @Test
    void tellsNobodyOfWhoeverLeavesTheLine() {
        var desk = desk(Duration.ofDays(20), null);
        given.signUp(given.volunteer(conference), desk);
        waitFor(desk);
        post(account, desk, "/withdraw");

        assertThat(mails.all()).isEmpty();
    }

    @Test
    void isWrittenInTheTransactionItTellsOf() {
        var desk = desk(Duration.ofHours(20), 48);
        given.signUp(vera, desk);
        transaction.executeWithoutResult(undone -> {
            events.publishEvent(new CoverWanted(signup(desk), true));
            assertThat(team.all()).hasSize(1);
            undone.setRollbackOnly();
        });

        assertThat(team.all()).isEmpty();
    }

    private Shift desk(Duration fromNow, @Nullable Integer leaveByHours) {
        var role = given.role(conference, "Registration desk");
        role.leaveBy(leaveByHours);
        var during = new TimeRange(NOW.plus(fromNow), NOW.plus(fromNow).plus(Duration.ofHours(2)));
        return given.shift(
                conference,
                timeslots.saveAndFlush(new Timeslot(conference.id(), "", during)),
                roles.saveAndFlush(role),
                given.place(conference, "Foyer"),
                Need.of(1));
    }

    private void waitFor(Shift desk) {
        post(account, desk, "/signup", "requestId", UUID.randomUUID().toString(), "waitlist", "true");
    }

    /** Through the page, after which the line is served. */
    private void leave(VolunteerId volunteer, Shift desk) {
        post(accountOf(volunteer), desk, "/withdraw");
    }

    private void takeOver(Shift desk) {
        var jun = given.volunteer(conference);
        post(accountOf(jun), desk, "/take", "requestId", UUID.randomUUID().toString());
    }

    private void post(AccountId who, Shift desk, String what, String... fields) {
        var request = mvc.post()
                .uri("/" + conference.slug() + "/shifts/" + id(desk) + what)
                .with(SignedInAs.account(who))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        assertThat(request.exchange()).hasStatus(HttpStatus.SEE_OTHER);
    }

    private void publish(Object news) {
        transaction.executeWithoutResult(_ -> events.publishEvent(news));
    }

    private AccountId accountOf(VolunteerId volunteer) {
        return new AccountId(jdbc.sql("select account_id from volunteer where volunteer_id = ?")
                .param(volunteer.volunteerId())
                .query(UUID.class)
                .single());
    }

    private SignupId signup(Shift desk) {
        return new SignupId(jdbc.sql("select signup_id from signup where volunteer_id = ? and shift_id = ?")
                .params(vera.volunteerId(), desk.id().shiftId())
                .query(UUID.class)
                .single());
    }

    private List<String> kinds() {
        return mails.all().stream().map(Mails.Mail::kind).toList();
    }

    private String inWords(Shift desk) {
        return "Registration desk, " + times().when(desk.during());
    }

    private LocalTimes times() {
        return new LocalTimes(conference.zone(), conference.town());
    }

    private String address(String path) {
        return baseUrl.of("/" + conference.slug() + path);
    }

    private static String id(Shift shift) {
        return shift.id().shiftId().toString();
    }
}
