package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.mail.CalendarPart;
import org.manyhands.mail.Letter;
import org.manyhands.mail.Outbox;
import org.manyhands.mail.Resending;
import org.manyhands.mail.Wording;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Organizers see what was written to whom and what became of it, and send it once more. */
@IntegrationTest
class OutboxPagesTests {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

    @Autowired
    private Given given;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Resending resending;

    @Autowired
    private Unsubscribing unsubscribing;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Conference conference;
    private Organizer organizer;
    private String email;
    private VolunteerId ida;

    @BeforeEach
    void register() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        email = "ida-" + Given.number() + "@volunteers.example";
        ida = given.volunteer(conference, given.account(email), Profile.named("Ida Moreau"));
        jdbc.sql("delete from mail where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
    }

    private Letter letter(String subject) {
        return Letter.to(
                        email,
                        "REMINDER",
                        new Wording(subject, "Come to the <b>desk</b>.\n", "<p>Come to the desk.</p>"),
                        Instant.now().plus(Duration.ofHours(3)))
                .inConference(conference.id().conferenceId())
                .with(new CalendarPart("REQUEST", CALENDAR))
                .tellingOf(UUID.randomUUID(), 3);
    }

    private UUID write(Letter letter) {
        return transaction.execute(status -> outbox.write(letter).orElseThrow());
    }

    private UUID written(String subject, String state, String error) {
        var mail = write(letter(subject));
        jdbc.sql("""
                        update mail set state = ?, error = nullif(?, ''), attempts = 1,
                            sent_at = case ? when 'SENT' then now() end, next_try_at = now() + interval '3 minutes'
                        where mail_id = ?
                        """).params(state, error, state, mail).update();
        return mail;
    }

    private List<String> subjects() {
        return jdbc.sql("select subject || ' ' || state from mail where conference_id = ? order by mail_id")
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }

    @Test
    void showWhatWasSentWhatWaitsAndWhatFailed() {
        written("One that went", "SENT", "");
        written("One that failed", "FAILED", "MailSendException: 550 5.1.1 user unknown");
        written("One that waits", "WAITING", "MailSendException: Connection refused");
        written("One too late", "EXPIRED", "its reader wants no more of these");
        assertThat(organizer.get("/mail"))
                .bodyText()
                .containsSubsequence(
                        "One mail waits that the mail server did not take", "Anything: 4", "Failed: 1", "Waits: 1")
                .containsSubsequence("One too late", "Not sent any more", "Its reader wants no more of these.")
                .containsSubsequence("One that waits", "Waits for its next try", "could not be reached", "Next try")
                .containsSubsequence("One that failed", "Failed", "it may be mistyped")
                .containsSubsequence("One that went", "Ida Moreau", email, "Sent");
        assertThat(organizer.get("/mail?state=failed"))
                .bodyText()
                .contains("One that failed")
                .doesNotContain("One that went", "One too late");
        assertThat(organizer.get("/mail?q=that w"))
                .bodyText()
                .contains("One that went", "One that waits")
                .doesNotContain("One that failed");
        assertThat(organizer.get("/mail?q=moreau")).bodyText().contains("One that failed");
        assertThat(organizer.get("/mail?kind=welcome")).bodyText().contains("No mail is like that");
        assertThat(organizer.get("/mail?state=nonsense&kind=1&before=x&q=\0\0\0"))
                .hasStatusOk();
    }

    @Test
    void showAMailAsItWasWrittenWithoutReadingItAsHtml() {
        var mail = written("One that failed", "FAILED", "MailSendException: 550 5.1.1 <user> unknown");
        assertThat(organizer.get("/mail/" + mail))
                .bodyText()
                .contains("Come to the &lt;b&gt;desk&lt;/b&gt;.", "550 5.1.1 &lt;user&gt; unknown", "Send it again")
                .contains("an entry for their calendar");
    }

    @Test
    void neverShowOrSendAgainWhatLetsSomebodySignIn() {
        var secret = write(Letter.secretTo(
                        email,
                        "SIGN_IN",
                        new Wording("Your code", "123 456\n", null),
                        Instant.now().plusSeconds(600))
                .inConference(conference.id().conferenceId()));
        assertThat(organizer.get("/mail")).bodyText().contains("Nothing was written yet");
        assertThat(organizer.get("/mail/" + secret)).hasStatus(404);
        assertThat(organizer.post("/mail/" + secret + "/again")).hasStatus(404);
        assertThat(organizer.post("/mail/" + secret + "/now")).hasStatus(404);
        jdbc.sql("update mail set state = 'SENT', sent_at = now(), text_body = null where mail_id = ?")
                .param(secret)
                .update();
        transaction.executeWithoutResult(
                status -> assertThat(resending.again(secret)).isFalse());
    }

    @Test
    void areThoseOfTheConferenceOnly() {
        var mail = written("One that went", "SENT", "");
        var other = given.conference();
        var stranger = new Organizer(mvc, given.organizer(other), other);
        assertThat(stranger.get("/mail")).bodyText().doesNotContain("One that went");
        assertThat(stranger.get("/mail/" + mail)).hasStatus(404);
        assertThat(stranger.post("/mail/" + mail + "/again")).hasStatus(404);
        assertThat(stranger.post("/mail/" + mail + "/now")).hasStatus(404);
        assertThat(subjects()).containsExactly("One that went SENT");
    }

    @Test
    void areSentAgainAsNewOnesAndByTwoPressesOnce() {
        var mail = written("One that failed", "FAILED", "MailSendException: 552 mailbox full");
        AtOnce.run(() -> organizer.post("/mail/" + mail + "/again"), () -> organizer.post("/mail/" + mail + "/again"));
        assertThat(subjects()).containsExactly("One that failed FAILED", "One that failed WAITING");
        assertThat(organizer.follow(organizer.post("/mail/" + mail + "/again")))
                .bodyText()
                .contains("it waits to go out already");
        assertThat(jdbc.sql("""
                        select copy.text_body = mail.text_body and copy.html_body = mail.html_body and copy.calendar = mail.calendar
                               and copy.message_id <> mail.message_id and copy.not_after > now() + interval '23 hours'
                        from mail join mail copy on copy.again_of = mail.mail_id
                        """).query(Boolean.class).single()).isTrue();
        assertThat(Organizer.audited(jdbc, mail))
                .singleElement()
                .asString()
                .startsWith("mail.sent-again")
                .doesNotContain(email);
        assertThat(organizer.get("/audit")).bodyText().contains("Sent a mail to", "Ida Moreau", "once more");
        jdbc.sql("update mail set state = 'SENT', sent_at = now() where again_of = ?")
                .param(mail)
                .update();
        organizer.post("/mail/" + mail + "/again");
        assertThat(subjects()).as("once the copy is out, it may go again").hasSize(3);
    }

    @Test
    void areNotSentAgainToWhoeverWantsNoMoreOfThem() {
        var address = unsubscribing.address(ida, Stream.REMINDERS);
        var mail = write(letter("Soon").endedAt(URI.create(address.toString())));
        jdbc.sql("update mail set state = 'SENT', sent_at = now() where mail_id = ?")
                .param(mail)
                .update();
        unsubscribing.refuse(ida, Stream.REMINDERS);
        assertThat(organizer.follow(organizer.post("/mail/" + mail + "/again")))
                .bodyText()
                .contains("they want no more mails like this one");
        assertThat(subjects()).containsExactly("Soon SENT");
    }

    @Test
    void areTriedAtOnceWhenAnOrganizerSaysSo() {
        var mail = written("One that waits", "WAITING", "MailSendException: Connection refused");
        assertThat(organizer.follow(organizer.post("/mail/" + mail + "/now")))
                .bodyText()
                .contains("It is tried at once");
        assertThat(jdbc.sql("select next_try_at <= now() + interval '1 second' from mail where mail_id = ?")
                        .param(mail)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        organizer.post("/mail/" + mail + "/now");
        assertThat(Organizer.audited(jdbc, mail))
                .as("of the press that did something")
                .hasSize(1);
        assertThat(organizer.follow(organizer.post("/mail/" + mail + "/again")))
                .bodyText()
                .contains("it waits to go out already");
    }

    @Test
    void arePagedInAsManyStatementsHoweverManyThereAre() {
        written("First of all", "SENT", "");
        var few = SqlCount.of(() -> organizer.get("/mail"));
        for (int i = 0; i < SentMails.ON_A_PAGE; i++) {
            written("Number " + i, "SENT", "");
        }
        assertThat(SqlCount.of(() -> organizer.get("/mail"))).isEqualTo(few).hasSizeLessThanOrEqualTo(10);
        var first = organizer.get("/mail");
        assertThat(first).bodyText().contains("Older mails", "Number 49").doesNotContain("First of all");
        var before = jdbc.sql("select mail_id from mail where subject = 'Number 0' and conference_id = ?")
                .param(conference.id().conferenceId())
                .query(UUID.class)
                .single();
        assertThat(organizer.get("/mail?before=" + before))
                .bodyText()
                .contains("First of all", "Back to the newest")
                .doesNotContain("Number 1");
    }
}
