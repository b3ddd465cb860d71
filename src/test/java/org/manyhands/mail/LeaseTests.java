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
import org.springframework.mail.MailSendException;

/** Several postmen, and postmen who die: no mail is lost, and at most one goes twice. */
@MailTest
class LeaseTests {

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
        mails.write(Letter.to(
                recipient,
                "YOU_ARE_IN",
                new Wording("You're in", "See you.", null),
                clock.instant().plus(useful)));
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

    @Test
    void passesOverWhatAnotherPostmanIsJustTaking() {
        write("kim@example.org", Duration.ofDays(1));
        write(ROBIN, Duration.ofDays(2));

        try (var another = Executors.newSingleThreadExecutor()) {
            mails.whileLocked(
                    "kim@example.org",
                    () -> another.submit(postman()::goOnARound).get());
        }

        assertThat(delivered).containsExactly(ROBIN);
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
        write(ROBIN, Duration.ofDays(2));
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

    /** As kill -9 would: past everything that catches exceptions. */
    private static class Killed extends Error {}
}
