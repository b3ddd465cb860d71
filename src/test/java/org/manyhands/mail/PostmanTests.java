package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the postman does with the outbox; what a mail server sees of it is in {@link MailServerTests}. */
@MailTest
class PostmanTests {

    private static final String ROBIN = "robin@example.org";

    @Autowired
    WrittenMails mails;

    @Autowired
    MailQueue queue;

    @Autowired
    SettableClock clock;

    private final List<String> delivered = new CopyOnWriteArrayList<>();

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
        mails.write(
                Letter.to(recipient, "YOU_ARE_IN", wording(), clock.instant().plus(useful)));
    }

    private void writeSecret(String recipient) {
        mails.write(
                Letter.secretTo(recipient, "SIGN_IN", wording(), clock.instant().plus(Duration.ofMinutes(10))));
    }

    private static Wording wording() {
        return new Wording("Sign in", "https://example.org/sign-in/link?token=Zm9vYmFy or 123456", "<p>123456</p>");
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
    void erasesASecretOnceSent() {
        writeSecret(ROBIN);

        postman(mail -> {
                    assertThat(mail.textBody()).contains("123456");
                    delivered.add(mail.recipient());
                })
                .goOnARound();

        assertThat(delivered).containsExactly(ROBIN);
        assertThat(mails.to(ROBIN).textBody()).isNull();
        assertThat(mails.to(ROBIN).htmlBody()).isNull();
    }

    @Test
    void erasesASecretOnceGivenUp() {
        writeSecret(ROBIN);

        postman(_ -> {
                    throw new MailParseException("no address");
                })
                .goOnARound();

        assertThat(mails.to(ROBIN).state()).isEqualTo("FAILED");
        assertThat(mails.to(ROBIN).textBody()).isNull();
        assertThat(mails.to(ROBIN).htmlBody()).isNull();
    }

    @Test
    void erasesASecretThatNobodyTriesAnyMore() {
        writeSecret(ROBIN);
        clock.pass(Duration.ofMinutes(10));

        queue.closeTheHopeless();

        assertThat(mails.to(ROBIN).state()).isEqualTo("EXPIRED");
        assertThat(mails.to(ROBIN).textBody()).isNull();
        assertThat(mails.to(ROBIN).htmlBody()).isNull();
    }

    @Test
    void keepsNoSecretInTheError() {
        writeSecret(ROBIN);

        postman(refusing("554 refused for https://example.org/sign-in/link?token=Zm9vYmFy and 123456, call postmaster"))
                .goOnARound();

        assertThat(mails.to(ROBIN).error())
                .startsWith("MailSendException: 554 refused for")
                .endsWith("call postmaster")
                .doesNotContain("Zm9vYmFy")
                .doesNotContain("123456");
    }

    @Test
    void sharesTheOutboxWithAnotherPostmanWithoutSendingTwice() throws Exception {
        IntStream.range(0, 200).forEach(n -> write("volunteer" + n + "@example.org", Duration.ofDays(2)));
        var bothHaveOne = new CountDownLatch(2);
        var bags = List.of(new ArrayList<String>(), new ArrayList<String>());
        try (var postmen = Executors.newFixedThreadPool(2)) {
            var rounds = bags.stream()
                    .map(bag -> postmen.submit(postman(mail -> {
                        bag.add(mail.recipient());
                        meet(bothHaveOne);
                    })::goOnARound))
                    .toList();
            for (var round : rounds) {
                round.get();
            }
        }

        assertThat(bags).noneMatch(List::isEmpty);
        assertThat(bags.stream().flatMap(List::stream)).hasSize(200).doesNotHaveDuplicates();
    }

    private static void meet(CountDownLatch both) {
        try {
            both.countDown();
            both.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void deliversAtMostTwiceAndUnderOneIdWhenKilledAfterDelivering() {
        write(ROBIN, Duration.ofDays(2));
        var ids = new ArrayList<String>();
        var killed = postman(mail -> {
            ids.add(mail.messageId());
            throw new Killed();
        });

        assertThatThrownBy(killed::goOnARound).isInstanceOf(Killed.class);
        postman(mail -> ids.add(mail.messageId())).goOnARound();
        assertThat(ids).as("its lease still runs").hasSize(1);
        clock.pass(MailQueue.LEASE);
        postman(mail -> ids.add(mail.messageId())).goOnARound();
        clock.pass(MailQueue.LEASE);
        postman(mail -> ids.add(mail.messageId())).goOnARound();

        assertThat(ids)
                .containsExactly(mails.to(ROBIN).messageId(), mails.to(ROBIN).messageId());
    }

    @Test
    void givesUpWhenKilledOnTheLastTry() {
        writeSecret(ROBIN);
        mails.pretendTried(ROBIN, 7);
        assertThatThrownBy(postman(_ -> {
                    throw new Killed();
                })::goOnARound)
                .isInstanceOf(Killed.class);

        queue.closeTheHopeless();
        assertThat(mails.to(ROBIN).state()).as("its lease still runs").isEqualTo("WAITING");
        clock.pass(MailQueue.LEASE);
        postman().goOnARound();
        queue.closeTheHopeless();

        assertThat(delivered).isEmpty();
        assertThat(mails.to(ROBIN).state()).isEqualTo("FAILED");
        assertThat(mails.to(ROBIN).error()).isEqualTo("the last try was cut short");
        assertThat(mails.to(ROBIN).textBody()).isNull();
    }

    @Test
    void writesNothingDownOnceTheLeaseIsLost() {
        write(ROBIN, Duration.ofDays(2));
        var sentAt = new Instant[1];

        postman(_ -> {
                    clock.pass(MailQueue.LEASE);
                    postman().goOnARound();
                    sentAt[0] = clock.instant();
                    clock.pass(Duration.ofMinutes(1));
                    throw new MailSendException("too slow");
                })
                .goOnARound();

        assertThat(mails.to(ROBIN).state()).isEqualTo("SENT");
        assertThat(mails.to(ROBIN).error()).isNull();
        assertThat(mails.to(ROBIN).sentAt()).isEqualTo(sentAt[0]);
    }

    @Test
    void takesNoLateSuccessForAnothersTry() {
        write(ROBIN, Duration.ofDays(2));

        postman(_ -> {
                    clock.pass(MailQueue.LEASE);
                    postman(refusing("mailbox full")).goOnARound();
                })
                .goOnARound();

        assertThat(mails.to(ROBIN).state()).isEqualTo("WAITING");
        assertThat(mails.to(ROBIN).error()).contains("mailbox full");
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

    /** As kill -9 would: past everything that catches exceptions. */
    private static class Killed extends Error {}
}
