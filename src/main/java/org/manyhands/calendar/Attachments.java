package org.manyhands.calendar;

import java.util.Map;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.edition.ConferenceCopied;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a conference's mails bring calendar entries: they do, until an organizer says otherwise. */
@Service
class Attachments {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Attachments(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    boolean isOn(ConferenceId conference) {
        return jdbc.sql("select attached from calendar_setting where conference_id = ?")
                .param(conference.conferenceId())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    @Transactional
    public void set(ConferenceId conference, boolean on) {
        var was = isOn(conference);
        if (was == on) {
            return;
        }
        jdbc.sql("""
                        insert into calendar_setting (conference_id, attached) values (?, ?)
                        on conflict (conference_id) do update set attached = excluded.attached
                        """).params(conference.conferenceId(), on).update();
        audit.recordChanged(
                "calendar-setting",
                conference.conferenceId(),
                conference.conferenceId(),
                Map.of("attached", was),
                Map.of("attached", on));
    }

    @EventListener
    void copy(ConferenceCopied news) {
        jdbc.sql("""
                        insert into calendar_setting (conference_id, attached)
                        select ?, attached from calendar_setting where conference_id = ?
                        """)
                .params(news.to().conferenceId(), news.from().conferenceId())
                .update();
    }
}
