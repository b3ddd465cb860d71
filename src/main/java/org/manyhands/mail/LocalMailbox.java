package org.manyhands.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps a copy of each mail where there is no mail server, for {@code /mailbox}; there is such a bean only then. */
@Component
@MailWay.Only(MailWay.TO_LOCAL_MAILBOX)
public class LocalMailbox implements Delivery {

    private static final int SHOWN = 50;
    private static final int KEPT = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    LocalMailbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was caught, as its reader would have got it. */
    record CaughtMail(Instant caughtAt, String recipient, String subject, String textBody) {}

    @Override
    public void deliver(WaitingMail mail) {
        jdbc.sql("""
                        insert into caught_mail (caught_at, message_id, recipient, subject, text_body, html_body)
                        values (:now, :messageId, :recipient, :subject, :text, :html)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("messageId", mail.messageId())
                .param("recipient", mail.recipient())
                .param("subject", mail.subject())
                .param("text", mail.textBody())
                .param("html", mail.htmlBody())
                .update();
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void throwAwayTheOldest() {
        jdbc.sql("""
                        delete from caught_mail where caught_mail_id <
                            (select min(caught_mail_id) from
                                (select caught_mail_id from caught_mail order by caught_mail_id desc limit :kept) as newest)
                        """).param("kept", KEPT).update();
    }

    List<CaughtMail> newest() {
        return jdbc.sql("""
                        select caught_at, recipient, subject, text_body
                        from caught_mail order by caught_mail_id desc limit :shown
                        """).param("shown", SHOWN).query(CaughtMail.class).list();
    }
}
