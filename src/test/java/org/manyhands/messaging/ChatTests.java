package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.AroundNow;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.signup.CoverWanted;
import org.manyhands.signup.SignupId;
import org.manyhands.volunteer.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The team's chat is told where people are needed, if they want that, and nothing else. */
@IntegrationTest
class ChatTests {

    private static final String SECRET = "https://hooks.chat.example/services/T0/B0/s3cr3t";

    @Autowired
    private Given given;

    @Autowired
    private ShiftAlerts alerts;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    private Conference conference;
    private Organizer organizer;
    private Shift shift;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        shift = given.shift(
                conference,
                given.timeslot(conference, "08:00", "10:00"),
                given.role(conference, "Desk & <!channel> @everyone"),
                given.place(conference, "Lobby"),
                Need.between(2, 3, 3));
    }

    private void connect(String address, boolean belowMinimum, boolean coverWanted) {
        assertThat(organizer.post(
                        "/mail/chat",
                        "address",
                        address,
                        "belowMinimum",
                        String.valueOf(belowMinimum),
                        "coverWanted",
                        String.valueOf(coverWanted)))
                .hasStatus(303);
    }

    private record Message(String kind, String textBody, String webhook, String recipient) {}

    private List<Message> messages() {
        return jdbc.sql("select * from mail where conference_id = ? and webhook is not null order by mail_id")
                .param(conference.id().conferenceId())
                .query(Message.class)
                .list();
    }

    private void wantCover() {
        var ida = given.volunteer(
                conference,
                given.account("ida-" + Given.number() + "@volunteers.example"),
                Profile.named("Ida Moreau"));
        given.signUp(ida, shift);
        var signup = jdbc.sql("select signup_id from signup where volunteer_id = ?")
                .param(ida.volunteerId())
                .query(UUID.class)
                .single();
        transaction.executeWithoutResult(status -> events.publishEvent(new CoverWanted(new SignupId(signup), false)));
    }

    @Test
    void isToldNothingUnlessItIsSwitchedOn() {
        new AroundNow(given, jdbc, clock).move(shift, Duration.ofHours(20), Duration.ofHours(1));
        wantCover();
        alerts.look();
        assertThat(organizer.get("/mail/chat")).bodyText().contains("Off. Give an address");
        assertThat(organizer.follow(organizer.post("/mail/chat/test")))
                .bodyText()
                .contains("no chat is set");
        assertThat(messages()).isEmpty();
    }

    @Test
    void isToldOfCoverThatIsWantedWithoutNamesAndWithoutRinging() {
        connect(SECRET, false, true);
        wantCover();
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo("CHAT_COVER_WANTED");
            assertThat(message.webhook()).isEqualTo(SECRET);
            assertThat(message.recipient()).isEqualTo("hooks.chat.example");
            assertThat(message.textBody())
                    .contains("Cover wanted at", "Desk &amp; &lt;!channel&gt; @\u200Beveryone", "Lobby")
                    .contains("/" + conference.slug() + "/shifts/" + shift.id().shiftId())
                    .doesNotContain("Ida", "volunteers.example", "<!");
        });
    }

    @Test
    void isToldOnceOfShiftsThatCannotOpen() {
        connect(SECRET, true, false);
        new AroundNow(given, jdbc, clock).move(shift, Duration.ofHours(20), Duration.ofHours(1));
        wantCover();
        AtOnce.run(alerts::look, alerts::look);
        alerts.look();
        assertThat(messages())
                .singleElement()
                .satisfies(message -> assertThat(message.textBody()).contains("cannot open yet", "needs 1 more"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.chat.example/x",
                "https://localhost:22/x",
                "https://127.0.0.1/x",
                "https://10.1.2.3/x",
                "https://169.254.169.254/latest",
                "https://[::1]/x",
                "https://user:word@hooks.chat.example/x",
                "ftp://hooks.chat.example/x",
                "hooks.chat.example",
                ""
            })
    void isNotLookedForWhereNoChatIs(String address) {
        assertThat(organizer.post("/mail/chat", "address", address, "belowMinimum", "true", "coverWanted", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem");
        assertThat(jdbc.sql("select count(*) from chat_webhook where conference_id = ?")
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isWrittenToAsSlackWhereItIsDiscord() {
        connect("https://discord.com/api/webhooks/1/abc", true, true);
        organizer.post("/mail/chat/test");
        assertThat(messages())
                .extracting(Message::webhook)
                .containsExactly("https://discord.com/api/webhooks/1/abc/slack");
        assertThat(messages().getFirst().textBody()).contains("This is a test");
    }

    @Test
    void keepsItsAddressToItself() {
        connect(SECRET, true, true);
        organizer.post("/mail/chat", "address", "", "belowMinimum", "true", "coverWanted", "false", "version", "0");
        organizer.post("/mail/chat/test");
        assertThat(organizer.get("/mail/chat"))
                .bodyText()
                .contains("On: a chat at hooks.chat.example")
                .doesNotContain("s3cr3t");
        assertThat(organizer.get("/mail")).bodyText().contains("Chat: a test").doesNotContain("s3cr3t");
        assertThat(organizer.get("/audit"))
                .bodyText()
                .contains("Connected a chat", "Changed what the chat is told")
                .doesNotContain("s3cr3t");
        assertThat(Organizer.audited(jdbc, conference.id().conferenceId()))
                .noneSatisfy(line -> assertThat(line).contains("s3cr3t"));
        assertThat(messages()).extracting(Message::webhook).containsExactly(SECRET);
    }

    @Test
    void isForgottenOnceItIsSwitchedOff() {
        connect(SECRET, true, true);
        organizer.post("/mail/chat/test");
        assertThat(organizer.post(
                        "/mail/chat", "address", "", "belowMinimum", "true", "coverWanted", "true", "version", "7"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else changed this meanwhile");
        organizer.post("/mail/chat/delete");
        wantCover();
        assertThat(jdbc.sql("select state from mail where conference_id = ? and webhook is not null")
                        .param(conference.id().conferenceId())
                        .query(String.class)
                        .list())
                .containsExactly("EXPIRED");
        var id = jdbc.sql("select mail_id from mail where conference_id = ? and webhook is not null")
                .param(conference.id().conferenceId())
                .query(UUID.class)
                .single();
        assertThat(organizer.follow(organizer.post("/mail/" + id + "/again")))
                .bodyText()
                .contains("the chat it went to is not set any more");
        assertThat(messages()).hasSize(1);
    }
}
