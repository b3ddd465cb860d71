package org.manyhands.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.ApplicationProcess;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.PlainBrowser;
import org.manyhands.conference.Conference;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.volunteer.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.TestSocketUtils;

/** Sign-up opens, over HTTP: five hundred sessions want a thousand places on two hundred shifts. */
@IntegrationTest
class OpeningSoak {

    private static final int SHIFTS = 200;
    private static final int PLACES_OF_EACH = 5;

    /** Between one try and the next of a mail that was tried three times, and some more. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Autowired
    private Given given;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private Conference conference;
    private List<String> shifts;
    private List<String> emails;

    /** What an opening without mails leaves in the outbox would be sent before the next one's. */
    @BeforeEach
    void openToNobodyYet() {
        jdbc.sql("delete from mail where state = 'WAITING'").update();
        openTo(0);
    }

    private void openTo(int people) {
        conference = given.conference();
        shifts = IntStream.range(0, SHIFTS).mapToObj(this::shift).toList();
        emails = Stream.generate(() -> "opening-" + UUID.randomUUID() + "@example.org")
                .limit(people)
                .toList();
        emails.forEach(email -> given.volunteer(conference, given.account(email), Profile.named(email)));
    }

    /** R3 of the yardsticks. */
    @Test
    void givesEveryPlaceToWhomItWasPromised() throws Exception {
        for (var round = 0; round < Soak.of(1, 20); round++) {
            openTo(500);
            try (var application = new ApplicationProcess(database, "--manyhands.mail=none")) {
                var rush = rushAt(application);
                rush.last(Duration.ofSeconds(Soak.of(60, 60)));
                Soak.say("R3: %s, 0 failures", rush.inFigures());
                assertPromised(rush);
            }
        }
    }

    /** R13 of the yardsticks. */
    @Test
    void needsNoMailServerAndMakesUpForItLater() throws Exception {
        openTo(Soak.of(60, 500));
        var away = Duration.ofSeconds(Soak.of(60, 600));
        var setup = new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", "smtp");
        var before = new GreenMail(setup);
        var after = new GreenMail(setup);
        before.start();
        try (var application = new ApplicationProcess(
                database, "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + setup.getPort())) {
            var rush = rushAt(application);
            var lasting = CompletableFuture.runAsync(() -> rush.last(away.plusSeconds(2)));
            assertThat(before.waitForIncomingEmail(TimeUnit.MINUTES.toMillis(1), 1))
                    .isTrue();
            before.stop();
            var gone = Instant.now();
            lasting.join();
            var waiting = mails("WAITING");
            after.start();
            var back = Instant.now();
            while (mails("WAITING") > 0 && Instant.now().isBefore(back.plus(PATIENCE))) {
                TimeUnit.SECONDS.sleep(1);
            }
            var received = new ArrayList<>(idsIn(before));
            received.addAll(idsIn(after));
            received.retainAll(messageIds()); // an opening before this one left mails, too
            Soak.say(
                    "R13: %s; mail server away %d s, %d mails waited, %d received, the last %d s after it was back",
                    rush.inFigures(),
                    Duration.between(gone, back).toSeconds(),
                    waiting,
                    received.size(),
                    Duration.between(back, Instant.now()).toSeconds());
            assertPromised(rush);
            assertThat(waiting).isPositive();
            assertThat(mails("SENT")).isEqualTo(mails("SENT", "WAITING", "FAILED", "EXPIRED"));
            assertThat(received).containsAll(messageIds());
            // The one in hand when the server went: it had it, and could not say so any more
            assertThat(received.size() - messageIds().size()).isLessThanOrEqualTo(1);
        } finally {
            before.stop();
            after.stop();
        }
    }

    private Rush rushAt(ApplicationProcess application) {
        var browsers = new HashMap<String, PlainBrowser>();
        emails.forEach(email -> browsers.put(email, new PlainBrowser(application.port(), jdbc)));
        var rush = new Rush(conference.slug(), shifts);
        rush.signIn(browsers);
        return rush;
    }

    private void assertPromised(Rush rush) {
        assertThat(invariants.confirmedIn(conference)).isNotEmpty().isEqualTo(rush.acknowledged());
        invariants.assertHoldIn(conference);
    }

    private int mails(String... states) {
        return jdbc.sql("select count(*) from mail where conference_id = :conference and state in (:states)")
                .param("conference", conference.id().conferenceId())
                .param("states", List.of(states))
                .query(Integer.class)
                .single();
    }

    private Set<String> messageIds() {
        return jdbc.sql("select message_id from mail where conference_id = ?")
                .param(conference.id().conferenceId())
                .query(String.class)
                .set();
    }

    private static List<String> idsIn(GreenMail server) throws MessagingException {
        var ids = new ArrayList<String>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    /** Forty a day, each overlapping another one. */
    private String shift(int number) {
        var minute = number % 20 * 30 + number / 20 % 2 * 5;
        var named = Given.number();
        return given.shift(
                        conference,
                        given.timeslot(
                                conference,
                                number / 40,
                                "%02d:%02d".formatted(8 + minute / 60, minute % 60),
                                "%02d:%02d".formatted(8 + (minute + 25) / 60, (minute + 25) % 60)),
                        given.role(conference, "Role " + named),
                        given.place(conference, "Place " + named),
                        Need.of(PLACES_OF_EACH))
                .id()
                .shiftId()
                .toString();
    }
}
