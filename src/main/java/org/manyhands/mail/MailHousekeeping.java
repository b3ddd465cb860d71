package org.manyhands.mail;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes mails whose time has passed, with or without a postman, so that no secret outlives its use. */
@Component
class MailHousekeeping {

    private static final int CAUGHT_MAILS_KEPT = 500;

    private final MailQueue queue;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailHousekeeping(MailQueue queue, JdbcClient jdbc, Clock clock) {
        this.queue = queue;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void tidyUp() {
        queue.closeTheHopeless(clock.instant());
        jdbc.sql("""
                        delete from caught_mail where caught_mail_id <
                            (select min(caught_mail_id) from
                                (select caught_mail_id from caught_mail order by caught_mail_id desc limit :kept) as newest)
                        """).param("kept", CAUGHT_MAILS_KEPT).update();
    }
}
