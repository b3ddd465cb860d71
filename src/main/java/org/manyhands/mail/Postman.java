package org.manyhands.mail;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailParseException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Brings out what waits, mails or messages to chats, one after the other. Any number of postmen may serve one outbox. One that dies between
 * delivering a mail and writing it down leaves a lease that runs out: the mail then goes twice, with one Message-ID.
 */
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    /** From here on somebody should look: a server that was only restarted is back by now. */
    private static final int TRIES_BEFORE_ALARM = 3;

    private final Supplier<Optional<WaitingMail>> next;
    private final MailQueue queue;
    private final Delivery delivery;
    private final ReentrantLock round = new ReentrantLock();
    private boolean lastOneFailed;
    private boolean saidToBeAway;
    private volatile boolean goingHome;

    Postman(MailQueue queue, Delivery delivery) {
        this(queue::take, queue, delivery);
    }

    Postman(Supplier<Optional<WaitingMail>> next, MailQueue queue, Delivery delivery) {
        this.next = next;
        this.queue = queue;
        this.delivery = delivery;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goOnARound() {
        round.lock(); // for which goHome waits
        try {
            deliverWhatIsDue();
        } catch (DataAccessException e) {
            log.warn("The outbox cannot be read: {}", e.getMostSpecificCause().getMessage());
        } finally {
            round.unlock();
        }
    }

    void deliverWhatIsDue() {
        while (!goingHome && isAnyoneThere()) {
            var mail = next.get();
            if (mail.isEmpty()) {
                return;
            }
            lastOneFailed = !isThroughWith(mail.get());
        }
    }

    /** While the server is away no mail is tried, and so none has to wait for its next try once the server is back. */
    private boolean isAnyoneThere() {
        var there = !lastOneFailed || delivery.takesMails();
        if (there == saidToBeAway) {
            saidToBeAway = !there;
            log.warn("The mail server {}", there ? "is back" : "cannot be reached; the mails wait");
        }
        return there;
    }

    /** False where it has to be tried again. */
    private boolean isThroughWith(WaitingMail mail) {
        try {
            delivery.deliver(mail);
        } catch (MailParseException e) {
            log.warn(
                    "Mail {} ({}) cannot be sent as it is and is given up; its row says why",
                    mail.mailId(),
                    mail.kind());
            queue.neverSent(mail, SendingError.of(e, mail));
            return true;
        } catch (RuntimeException e) {
            if (mail.attempts() >= TRIES_BEFORE_ALARM) {
                log.warn("Mail {} ({}) failed {} times; its row says why", mail.mailId(), mail.kind(), mail.attempts());
            }
            queue.notSent(mail, SendingError.of(e, mail));
            return false;
        }
        queue.sent(mail);
        return true;
    }

    /** The mail in hand is delivered and written down before the database goes away. */
    @PreDestroy
    void goHome() throws InterruptedException {
        goingHome = true;
        if (round.tryLock(10, TimeUnit.SECONDS)) {
            round.unlock();
        }
    }
}
