package org.manyhands.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The waiting mails, shared by any number of postmen. Every step is one statement and so a transaction of its own:
 * none is open while a mail is on its way.
 */
@Component
class MailQueue {

    /** Longer than the slowest mail server is given (see the time-outs in application.properties). */
    static final Duration LEASE = Duration.ofMinutes(2);

    /**
     * What passes between one try and the next: eight tries over 24 hours. The first gaps are short enough that ten
     * minutes without a mail server are made good within the next ten.
     */
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(3),
            Duration.ofMinutes(8),
            Duration.ofMinutes(48),
            Duration.ofHours(3),
            Duration.ofHours(8),
            Duration.ofHours(12));

    static final int MOST_TRIES = WAITS.size() + 1;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the mail that is due and would be useless soonest, so that a sign-in never queues behind an announcement. */
    Optional<WaitingMail> take() {
        return take("webhook is null");
    }

    /** The same of messages to chats, which go out though the mail server is away. */
    Optional<WaitingMail> takeForChat() {
        return take("webhook is not null");
    }

    private Optional<WaitingMail> take(String which) {
        var now = clock.instant();
        return jdbc.sql("""
                        update mail set lease_owner = :lease, leased_until = :until, attempts = attempts + 1
                        where mail_id = (
                            select mail_id from mail
                            where state = 'WAITING' and next_try_at <= :now and not_after > :now
                                and attempts < :mostTries and (leased_until is null or leased_until <= :now) and %s
                            order by not_after, mail_id
                            limit 1
                            for update skip locked)
                        returning mail_id, lease_owner, attempts, kind, recipient, reply_to, subject,
                            text_body, html_body, calendar, calendar_method, unsubscribe, webhook, secret, message_id, written_at
                        """.formatted(which))
                .param("lease", Ids.next())
                .param("until", Timestamp.from(now.plus(LEASE)))
                .param("now", Timestamp.from(now))
                .param("mostTries", MOST_TRIES)
                .query(WaitingMail.class)
                .optional();
    }

    void sent(WaitingMail mail) {
        close(mail, "SENT", Timestamp.from(clock.instant()), null);
    }

    void neverSent(WaitingMail mail, String error) {
        close(mail, "FAILED", null, error);
    }

    void notSent(WaitingMail mail, String error) {
        if (mail.attempts() == MOST_TRIES) {
            neverSent(mail, error);
            return;
        }
        jdbc.sql("""
                        update mail set next_try_at = :nextTry, error = :error, lease_owner = null, leased_until = null
                        where mail_id = :id and lease_owner = :lease
                        """)
                .param("id", mail.mailId())
                .param("lease", mail.leaseOwner())
                .param("nextTry", Timestamp.from(clock.instant().plus(WAITS.get(mail.attempts() - 1))))
                .param("error", error)
                .update();
    }

    /** Where the lease has gone to another postman, what they find out counts and this does not. */
    private void close(WaitingMail mail, String state, @Nullable Timestamp sentAt, @Nullable String error) {
        jdbc.sql("""
                        update mail set state = :state, sent_at = :sentAt, error = :error,
                            lease_owner = null, leased_until = null,
                            text_body = case when not secret then text_body end,
                            html_body = case when not secret then html_body end
                        where mail_id = :id and lease_owner = :lease
                        """)
                .param("id", mail.mailId())
                .param("lease", mail.leaseOwner())
                .param("state", state)
                .param("sentAt", sentAt)
                .param("error", error)
                .update();
    }

    /**
     * Closes what nobody will try again, with or without a postman about, so that no secret outlives its use: mails past
     * their time, and those whose last try was cut short by the end of its postman. An earlier try's error is kept.
     */
    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void closeTheHopeless() {
        jdbc.sql("""
                        update mail set state = case when not_after <= :now then 'EXPIRED' else 'FAILED' end,
                            error = coalesce(error, case when attempts = :mostTries then 'the last try was cut short' end),
                            lease_owner = null, leased_until = null,
                            text_body = case when not secret then text_body end,
                            html_body = case when not secret then html_body end
                        where state = 'WAITING' and (not_after <= :now or attempts = :mostTries)
                            and (leased_until is null or leased_until <= :now)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("mostTries", MOST_TRIES)
                .update();
    }
}
