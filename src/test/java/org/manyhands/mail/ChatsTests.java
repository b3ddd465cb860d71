package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.schedulefile.Canary;
import org.manyhands.shared.Outside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a chat gets of the messages that wait for it, and what becomes of those it does not take. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatsTests {

    @Autowired
    private Given given;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MailQueue queue;

    @Autowired
    private Outside outside;

    @Autowired
    private JsonMapper json;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private Canary canary;
    private Conference conference;
    private Organizer organizer;

    @BeforeAll
    void start() throws Exception {
        canary = new Canary();
        canary.on("/hook", exchange -> take(exchange, 200));
        canary.on("/gone", exchange -> take(exchange, 404));
        canary.on("/busy", exchange -> take(exchange, posted.isEmpty() ? 429 : 200));
        canary.on("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", canary.address("/hook"));
            Canary.answer(exchange, 302, new byte[0]);
        });
    }

    @AfterAll
    void stop() {
        canary.close();
    }

    @BeforeEach
    void openConference() {
        posted.clear();
        jdbc.sql("delete from mail where webhook is not null").update();
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
    }

    private void take(HttpExchange exchange, int status) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posted.add(exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
        Canary.answer(exchange, status, "secret words of the server".getBytes(StandardCharsets.UTF_8));
    }

    private Postman postman(Outside way) {
        return new Postman(queue::takeForChat, queue, new Chats(way, json)::deliver);
    }

    private void wait(String path, String text) {
        transaction.executeWithoutResult(status -> outbox.writeToChat(
                conference.id().conferenceId(),
                URI.create(canary.address(path)),
                "CHAT_TEST",
                new Letter.News(UUID.randomUUID(), 0),
                text,
                Instant.now().plus(Duration.ofHours(1))));
    }

    private List<String> states() {
        return jdbc.sql(
                        "select state || ' ' || attempts || ' ' || coalesce(error, '') from mail where conference_id = ?")
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }

    @Test
    void getEachMessageOnceAsTheyWantIt() {
        wait("/hook", "Two lines\nof \"text\" & more");
        AtOnce.run(
                () -> postman(canary.outside()).deliverWhatIsDue(),
                () -> postman(canary.outside()).deliverWhatIsDue());
        assertThat(posted)
                .containsExactly("application/json; charset=UTF-8 {\"text\":\"Two lines\\nof \\\"text\\\" & more\"}");
        assertThat(states()).containsExactly("SENT 1 ");
    }

    @Test
    void areTriedAgainWhereThatMayHelp() {
        wait("/busy", "First");
        wait("/busy", "Second");
        postman(canary.outside()).deliverWhatIsDue();
        assertThat(states())
                .containsExactlyInAnyOrder(
                        "SENT 1 ", "WAITING 1 MailSendException: The chat answered 429, which may pass");
        jdbc.sql("update mail set next_try_at = now() where webhook is not null and state = 'WAITING'")
                .update();
        postman(canary.outside()).deliverWhatIsDue();
        assertThat(states()).allSatisfy(state -> assertThat(state).startsWith("SENT"));
    }

    @Test
    void areGivenUpAndShownWhereNothingHelps() {
        wait("/gone", "First");
        wait("/elsewhere", "Second");
        postman(canary.outside()).deliverWhatIsDue();
        assertThat(states()).allSatisfy(state -> assertThat(state).startsWith("FAILED 1"));
        assertThat(posted).as("redirects are not followed").hasSize(1);
        jdbc.sql("insert into chat_webhook values (?, 'https://chat.example/x', true, true)")
                .param(conference.id().conferenceId())
                .update();
        assertThat(organizer.get("/mail/chat")).bodyText().contains("The last message, of", "Failed");
        assertThat(organizer.get("/mail?state=failed"))
                .bodyText()
                .contains("Chat: a test", "localhost", "The address of the chat is not right any more")
                .doesNotContain("/gone", "secret words");
    }

    @Test
    void leadNowhereBehindOurWalls() {
        wait("/hook", "First");
        postman(outside).deliverWhatIsDue();
        assertThat(posted).isEmpty();
        assertThat(states()).singleElement().asString().startsWith("FAILED 1");
    }

    @Test
    void doNotWaitForTheMailServerNorMailsForThem() {
        wait("/hook", "First");
        assertThat(queue.take().map(WaitingMail::webhook)).as("no mail").isNotPresent();
    }
}
