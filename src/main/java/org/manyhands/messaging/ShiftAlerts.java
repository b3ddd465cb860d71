package org.manyhands.messaging;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each minute for shifts that begin soon and cannot open, see {@link ShiftAlertMails}. */
@Component
class ShiftAlerts {

    private static final Logger log = LoggerFactory.getLogger(ShiftAlerts.class);

    /** With one of them go those that begin within so long after it: at most two mails a day. */
    static final Duration TOGETHER = Duration.ofHours(12);

    /** A shift that cannot open and nobody was told of, of those that begin until {@code :until}. */
    static final String UNTOLD = """
            shift.published and cancelled_at is null and taken + reserved < minimum
            and lower(during) > :now and lower(during) <= :now::timestamptz + make_interval(hours => coalesce(alert_hours, :hours) + :more)
            and conference.published and not exists (
                select from shift_alert where shift_alert.shift_id = shift.shift_id and starts_at = lower(during))
            """;

    private final ShiftAlertMails mails;
    private final JdbcClient jdbc;
    private final Clock clock;

    ShiftAlerts(ShiftAlertMails mails, JdbcClient jdbc, Clock clock) {
        this.mails = mails;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        var now = clock.instant();
        for (var conference : withGaps(Timestamp.from(now))) {
            try {
                mails.tell(conference, now);
            } catch (RuntimeException e) {
                log.warn("The organizers of conference {} are warned a minute later", conference, e);
            }
        }
    }

    private List<UUID> withGaps(Timestamp now) {
        return jdbc.sql("""
                        select distinct shift.conference_id from shift
                        join conference on conference.conference_id = shift.conference_id
                        left join mail_settings on mail_settings.conference_id = shift.conference_id where %s
                        """.formatted(UNTOLD))
                .param("now", now)
                .param("hours", MailSettings.DEFAULT.alert())
                .param("more", 0)
                .query(UUID.class)
                .list();
    }
}
