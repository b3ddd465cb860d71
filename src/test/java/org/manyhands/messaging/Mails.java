package org.manyhands.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the outbox for one reader besides the welcome and that they are in line, oldest first. */
record Mails(JdbcClient jdbc, String recipient) {

    record Mail(
            String kind,
            String subject,
            String textBody,
            String htmlBody,
            @Nullable String replyTo,
            Instant notAfter) {

        List<String> bodies() {
            return List.of(textBody, htmlBody);
        }
    }

    List<Mail> all() {
        return jdbc.sql(
                        "select * from mail where recipient = ? and kind not in ('WELCOME', 'WAITLISTED') order by mail_id")
                .param(recipient)
                .query(Mail.class)
                .list();
    }

    Mail only() {
        return jdbc.sql("select * from mail where recipient = ? and kind not in ('WELCOME', 'WAITLISTED')")
                .param(recipient)
                .query(Mail.class)
                .single();
    }
}
