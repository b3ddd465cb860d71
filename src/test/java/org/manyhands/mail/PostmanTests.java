package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the postman brings, when, and how often; what a mail server sees of it is in {@link MailServerTests}. */
@MailTest
class PostmanTests {

    private static final String ROBIN = "robin@example.org";

    @Autowired
    WrittenMails mails;

    @Autowired
    MailQueue queue;

    @Autowired
    SettableClock clock;

    private final List<String> delivered = new ArrayList<>();

    @BeforeEach
    void emptyOutbox() {
        mails.forgetAll();
    }

    private Postman postman(Delivery delivery) {
        return new Postman(queue, delivery);
    }

    private Postman postman() {
        return postman(mail -> delivered.add(mail.recipient()));
    }

    private static Delivery refusing(String answer) {
        return mail -> {
            throw new MailSendException(answer);
        };
    }

    private void write(String recipient, Duration useful) {
        mails.write(Letter.to(
                recipient,
                "YOU_ARE_IN",
                new Wording("You're in", "See you.", null),
                clock.instant().plus(useful)));
    }

    private void writeSecret(String recipient) {
        var wording =
                new Wording("Sign in", "https://example.org/sign-in/link?token=Zm9vYmFy or 123456", "<p>123456</p>");
        mails.write(
                Letter.secretTo(recipient, "SIGN_IN", wording, clock.instant().plus(Duration.ofMinutes(10))));
    }

    @Test
    void deliversEachMailOnce() {
        write(ROBIN, Duration.ofDays(2));
        write("kim@example.org", Duration.ofDays(2));

        postman().goOnARound();
        postman().goOnARound();

        assertThat(delivered).containsExactlyInAnyOrder(ROBIN, "kim@example.org");
        assertThat(mails.to(ROBIN).state()).isEqualTo("SENT");
        assertThat(mails.to(ROBIN).sentAt()).isEqualTo(clock.instant());
        assertThat(mails.to(ROBIN).textBody()).isNotNull();
    }

    @Test
    void deliversFirstWhatWouldBeUselessSoonest() {
        write("announcement@example.org", Duration.ofDays(2));
        writeSecret("sign-in@example.org");

        postman().goOnARound();

        assertThat(delivered).containsExactly("sign-in@example.org", "announcement@example.org");
    }

    @Test
    void holdsNoTransactionWhileAMailIsOnItsWay() {
        write(ROBIN, Duration.ofDays(2));

        postman(_ -> {
                    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .isFalse();
                    // Another connection sees the lease: it is committed
                    assertThat(mails.to(ROBIN).attempts()).isOne();
                })
                .goOnARound();

        assertThat(mails.to(ROBIN).state()).isEqualTo("SENT");
    }

    @Test
    void triesEightTimesOverADayAndThenKeepsTheError() {
        write(ROBIN, Duration.ofDays(2));
        var written = clock.instant();
        var tries = new ArrayList<Duration>();
        var postman = postman(_ -> {
            tries.add(Duration.between(written, clock.instant()));
            throw new MailSendException("451 come back later\r\nX-Evil: no");
        });

        for (var minute = 0; minute <= 48 * 60; minute++) {
            postman.goOnARound();
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(tries.stream().map(Duration::toMinutes)).containsExactly(0L, 1L, 4L, 12L, 60L, 240L, 720L, 1440L);
        assertThat(mails.to(ROBIN).state()).isEqualTo("FAILED");
        assertThat(mails.to(ROBIN).attempts()).isEqualTo(8);
        assertThat(mails.to(ROBIN).error()).isEqualTo("MailSendException: 451 come back later X-Evil: no");
    }

    @Test
    void deliversOnceAfterTheServerWasAway() {
        write(ROBIN, Duration.ofDays(2));

        postman(refusing("nobody there")).goOnARound();
        assertThat(mails.to(ROBIN).error()).contains("nobody there");
        postman().goOnARound();
        assertThat(delivered).as("not before its time").isEmpty();
        clock.pass(Duration.ofMinutes(1));
        postman().goOnARound();
        postman().goOnARound();

        assertThat(delivered).containsExactly(ROBIN);
        assertThat(mails.to(ROBIN).error()).isNull();
    }

    @Test
    void letsNoFailingMailDelayAnother() {
        write("broken@example.org", Duration.ofHours(1));
        write("no address@example.org", Duration.ofHours(2));
        write(ROBIN, Duration.ofDays(1));

        postman(mail -> {
                    switch (mail.recipient()) {
                        case "broken@example.org" -> throw new IllegalStateException("a fault of ours");
                        case "no address@example.org" -> throw new MailParseException("no address");
                        default -> delivered.add(mail.recipient());
                    }
                })
                .goOnARound();

        assertThat(delivered).containsExactly(ROBIN);
        assertThat(mails.to("broken@example.org").state()).isEqualTo("WAITING");
        assertThat(mails.to("no address@example.org").state()).isEqualTo("FAILED");
        assertThat(mails.to("no address@example.org").attempts()).isOne();
    }

    @Test
    void deliversNothingPastItsTime() {
        write(ROBIN, Duration.ofMinutes(10));
        clock.pass(Duration.ofMinutes(10));

        postman().goOnARound();
        assertThat(delivered).isEmpty();

        queue.closeTheHopeless();
        assertThat(mails.to(ROBIN).state()).isEqualTo("EXPIRED");
        postman().goOnARound();
        assertThat(delivered).isEmpty();
    }

    @Test
    void keepsTheErrorOfAMailThatExpiresBetweenTries() {
        write(ROBIN, Duration.ofMinutes(10));
        postman(refusing("nobody there")).goOnARound();
        clock.pass(Duration.ofMinutes(11));

        queue.closeTheHopeless();

        assertThat(mails.to(ROBIN).state()).isEqualTo("EXPIRED");
        assertThat(mails.to(ROBIN).error()).contains("nobody there");
    }

    @Test
    void takesNoFurtherMailOnceGoingHome() throws InterruptedException {
        write(ROBIN, Duration.ofDays(2));
        var postman = postman();

        postman.goHome();
        postman.goOnARound();

        assertThat(delivered).isEmpty();
        assertThat(mails.to(ROBIN).attempts()).isZero();
    }
}
