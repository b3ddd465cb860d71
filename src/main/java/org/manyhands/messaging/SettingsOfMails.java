package org.manyhands.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.edition.ConferenceCopied;
import org.manyhands.shared.Saving;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how conferences write to their volunteers. */
@Service
class SettingsOfMails {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    SettingsOfMails(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    MailSettings of(ConferenceId conference) {
        return jdbc.sql("select * from mail_settings where conference_id = ?")
                .param(conference.conferenceId())
                .query((row, number) -> settings(row))
                .optional()
                .orElse(MailSettings.DEFAULT);
    }

    @EventListener
    void copy(ConferenceCopied news) {
        jdbc.sql("""
                        insert into mail_settings
                            (conference_id, reminders, first_hours, second_hours, quiet_from, quiet_to, alert_hours,
                             before_days, orientation, thanks)
                        select ?, reminders, first_hours, second_hours, quiet_from, quiet_to, alert_hours,
                               before_days, orientation, thanks
                        from mail_settings where conference_id = ?
                        """)
                .params(news.to().conferenceId(), news.from().conferenceId())
                .update();
    }

    /** Of a row that has the table's columns, all null where the conference never saved any. */
    static MailSettings settings(ResultSet row) throws SQLException {
        if (row.getObject("quiet_from") == null) {
            return MailSettings.DEFAULT;
        }
        return new MailSettings(
                row.getBoolean("reminders"),
                row.getInt("first_hours"),
                row.getInt("second_hours"),
                new QuietHours(
                        row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_to", LocalTime.class)),
                row.getInt("alert_hours"),
                row.getInt("before_days"),
                row.getString("orientation"),
                row.getBoolean("thanks"),
                row.getInt("version"));
    }

    @Transactional
    void save(ConferenceId conference, MailSettings settings) {
        // Who saves first where there is no row yet makes the other one wait, and stale
        jdbc.sql("select from conference where conference_id = ? for no key update")
                .param(conference.conferenceId())
                .query()
                .listOfRows();
        var before = of(conference);
        Saving.refuseStale(settings.version(), before.version());
        jdbc.sql("""
                        insert into mail_settings
                            (conference_id, reminders, first_hours, second_hours, quiet_from, quiet_to, alert_hours,
                             before_days, orientation, thanks)
                        values (:conference, :reminders, :first, :second, :from, :to, :alert, :before, :orientation, :thanks)
                        on conflict (conference_id) do update
                        set reminders = excluded.reminders, first_hours = excluded.first_hours,
                            second_hours = excluded.second_hours, quiet_from = excluded.quiet_from,
                            quiet_to = excluded.quiet_to, alert_hours = excluded.alert_hours,
                            before_days = excluded.before_days, orientation = excluded.orientation, thanks = excluded.thanks,
                            version = mail_settings.version + 1
                        """)
                .param("conference", conference.conferenceId())
                .param("reminders", settings.reminders())
                .param("first", settings.first())
                .param("second", settings.second())
                .param("from", settings.quiet().from())
                .param("to", settings.quiet().to())
                .param("alert", settings.alert())
                .param("before", settings.beforeDays())
                .param("orientation", settings.orientation())
                .param("thanks", settings.thanks())
                .update();
        audit.recordChanged(
                "mail-settings", conference.conferenceId(), conference.conferenceId(), before, of(conference));
    }
}
