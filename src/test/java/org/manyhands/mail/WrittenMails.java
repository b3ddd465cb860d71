package org.manyhands.mail;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes letters as a use case would, and reads what has become of them. */
class WrittenMails {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;

    WrittenMails(JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
    }

    record Row(
            String state,
            int attempts,
            @Nullable String error,
            @Nullable String textBody,
            @Nullable String htmlBody,
            String messageId,
            Instant nextTryAt,
            @Nullable Instant sentAt) {}

    void write(Letter letter) {
        transaction.executeWithoutResult(_ -> outbox.write(letter));
    }

    Row to(String recipient) {
        return jdbc.sql("select * from mail where recipient = ?")
                .param(recipient)
                .query(Row.class)
                .single();
    }

    int countTo(String recipient) {
        return jdbc.sql("select count(*) from mail where recipient = ?")
                .param(recipient)
                .query(Integer.class)
                .single();
    }

    void pretendTried(String recipient, int times) {
        jdbc.sql("update mail set attempts = ? where recipient = ?")
                .params(times, recipient)
                .update();
    }

    void whileLocked(String recipient, Callable<?> action) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select 1 from mail where recipient = ? for update")
                    .param(recipient)
                    .query()
                    .singleRow();
            try {
                action.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void forgetAll() {
        jdbc.sql("delete from mail").update();
    }
}
