package org.manyhands.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends once more, or sooner, what stands in the outbox. */
@Component
public class Resending {

    /** So long one that is sent again on purpose is worth trying. */
    private static final Duration AGAIN_FOR = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Resending(JdbcClient jdbc, BaseUrl baseUrl, Clock clock) {
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /**
     * Writes once more, as a new mail, what was sent, failed or came too late.
     *
     * @return whether it was written: never a secret, nor twice while the last copy waits
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean again(UUID mail) {
        var id = Ids.next();
        var now = clock.instant();
        return jdbc.sql("""
                                insert into mail (mail_id, conference_id, kind, recipient, reply_to, subject, text_body, html_body,
                                    calendar, calendar_method, unsubscribe, webhook, message_id, written_at, next_try_at, not_after,
                                    again_of)
                                select :id, conference_id, kind, recipient, reply_to, subject, text_body, html_body,
                                    calendar, calendar_method, unsubscribe, webhook, :messageId, :now, :now,
                                    greatest(not_after, :until), mail_id
                                from mail where mail_id = :mail and not secret and state <> 'WAITING'
                                on conflict (again_of) where state = 'WAITING' do nothing
                                """)
                        .param("id", id)
                        .param("messageId", Outbox.messageId(id, baseUrl))
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(now.plus(AGAIN_FOR)))
                        .param("mail", mail)
                        .update()
                == 1;
    }

    /** What waits for its next try is tried at once. @return whether it did, and no postman has it in hand */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hurry(UUID mail) {
        return jdbc.sql("""
                        update mail set next_try_at = :now
                        where mail_id = :mail and state = 'WAITING' and next_try_at > :now and leased_until is null
                        """)
                        .param("mail", mail)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
