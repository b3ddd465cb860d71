package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.mail.Letter;
import org.manyhands.mail.Outbox;
import org.manyhands.mail.Wording;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever wants no more reminders or news says so with one press, and by no other way than a press. */
@IntegrationTest
class UnsubscribingTests {

    @Autowired
    private Given given;

    @Autowired
    private Unsubscribing unsubscribing;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    private Conference conference;
    private AccountId account;
    private VolunteerId volunteer;

    @BeforeEach
    void register() {
        conference = given.conference();
        account = given.account("ida-" + Given.number() + "@volunteers.example");
        volunteer = given.volunteer(conference, account, Profile.named("Ida Moreau"));
    }

    private URI address(Stream stream) {
        return URI.create(unsubscribing.address(volunteer, stream).getPath());
    }

    /** As a mail program does: no cookie, no token of a form, and from wherever (RFC 8058, 3.1). */
    @Test
    void endsTheStreamByOnePostFromAnywhere() {
        assertThat(mvc.post()
                        .uri(address(Stream.REMINDERS))
                        .header("Origin", "https://mail.example")
                        .header("Sec-Fetch-Site", "cross-site")
                        .param("List-Unsubscribe", "One-Click"))
                .hasStatusOk()
                .doesNotContainHeader("Set-Cookie")
                .bodyText()
                .contains("No more reminders", conference.name());
        assertThat(unsubscribing.refusedBy(volunteer)).containsExactly(Stream.REMINDERS);
    }

    @Test
    void changesNothingWhenReadOnly() {
        assertThat(mvc.get().uri(address(Stream.ANNOUNCEMENTS)))
                .hasStatusOk()
                .bodyText()
                .contains("No more news?", "Stop them")
                .doesNotContain("_csrf");
        assertThat(unsubscribing.refusedBy(volunteer)).isEmpty();
    }

    @Test
    void dropsWhatWaitsOfThatStreamOnly() {
        write(Stream.REMINDERS);
        write(Stream.ANNOUNCEMENTS);

        unsubscribing.refuse(volunteer, Stream.ANNOUNCEMENTS);

        assertThat(jdbc.sql("select state from mail where recipient = ? order by kind")
                        .param(email())
                        .query(String.class)
                        .list())
                .first()
                .isEqualTo("EXPIRED");
        assertThat(jdbc.sql("select state from mail where recipient = ? and kind = 'REMINDERS'")
                        .param(email())
                        .query(String.class)
                        .single())
                .isNotEqualTo("EXPIRED");
    }

    private void write(Stream stream) {
        transaction.executeWithoutResult(_ -> outbox.write(Letter.to(
                        email(),
                        stream.name(),
                        new Wording("Hello", "Hello", null),
                        Instant.now().plus(Duration.ofDays(7)))
                .endedAt(unsubscribing.address(volunteer, stream))));
    }

    private String email() {
        return jdbc.sql("select email from account where account_id = ?")
                .param(account.accountId())
                .query(String.class)
                .single();
    }

    @Test
    void knowsNoAddressThatItDidNotMake() {
        var right = address(Stream.REMINDERS).toString();
        var wrong = right.substring(0, right.length() - 2) + (right.endsWith("AA") ? "BB" : "AA");
        for (var path : Set.of(wrong, "/unsubscribe/x", "/unsubscribe/" + volunteer.volunteerId())) {
            assertThat(mvc.get().uri(URI.create(path))).hasStatus(404);
            assertThat(mvc.post().uri(URI.create(path))).hasStatus(404);
        }
        assertThat(unsubscribing.refusedBy(volunteer)).isEmpty();
    }

    @Test
    void takesItBackOnTheirOwnPage() {
        unsubscribing.refuse(volunteer, Stream.REMINDERS);
        var page = "/" + conference.slug() + "/me/mails";

        assertThat(mvc.post()
                        .uri(page)
                        .param("wanted", "REMINDERS")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .with(SignedInAs.account(account)))
                .hasStatus(303);

        assertThat(unsubscribing.refusedBy(volunteer)).containsExactly(Stream.ANNOUNCEMENTS);
        assertThat(mvc.get().uri(page).with(SignedInAs.account(account)))
                .hasStatusOk()
                .bodyText()
                .contains("Reminders before my shifts", "News from the organizers");
    }
}
