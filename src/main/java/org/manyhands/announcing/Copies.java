package org.manyhands.announcing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Rows;
import org.manyhands.volunteer.PeopleMerged;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of announcements: how far their mails are, and what stands on a volunteer's page. */
@Component
class Copies {

    private final JdbcClient jdbc;

    Copies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far an announcement is.
     *
     * @param failed of mails that nobody tries again
     * @param onPage of people who get no such mails, and find it on their page
     */
    record Progress(int people, int sent, int waiting, int failed, int onPage) {

        static final Progress NONE = new Progress(0, 0, 0, 0, 0);

        public boolean isOnItsWay() {
            return waiting > 0;
        }
    }

    /** What a volunteer reads. */
    record News(String subject, String body, Instant sentAt) {}

    /** By the announcement's id. */
    Map<UUID, Progress> progress(ConferenceId conference) {
        var progress = new HashMap<UUID, Progress>();
        jdbc.sql("""
                        select announcement_id, count(*) as people, count(*) filter (where state = 'SENT') as sent,
                               count(*) filter (where state = 'WAITING') as waiting,
                               count(*) filter (where state in ('FAILED', 'EXPIRED')) as failed,
                               count(*) filter (where state is null) as on_page
                        from announcement_recipient left join mail using (mail_id)
                        where announcement_recipient.conference_id = ? group by announcement_id
                        """)
                .param(conference.conferenceId())
                .query((row, number) -> progress.put(row.getObject("announcement_id", UUID.class), progress(row)))
                .list();
        return progress;
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getInt("people"),
                row.getInt("sent"),
                row.getInt("waiting"),
                row.getInt("failed"),
                row.getInt("on_page"));
    }

    /** Newest first. */
    List<News> of(VolunteerId volunteer) {
        return jdbc.sql("""
                        select subject, body, sent_at from announcement_recipient join announcement using (announcement_id)
                        where volunteer_id = ? order by sent_at desc, announcement_id
                        """)
                .param(volunteer.volunteerId())
                .query((row, number) -> new News(
                        row.getString("subject"),
                        row.getString("body"),
                        Objects.requireNonNull(Rows.instant(row, "sent_at"))))
                .list();
    }

    @EventListener
    void merge(PeopleMerged people) {
        jdbc.sql("""
                        insert into announcement_recipient (announcement_id, conference_id, volunteer_id, mail_id)
                        select announcement_id, conference_id, ?, mail_id from announcement_recipient where volunteer_id = ?
                        on conflict do nothing
                        """)
                .params(people.kept().volunteerId(), people.gone().volunteerId())
                .update();
    }
}
