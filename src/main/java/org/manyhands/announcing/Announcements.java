package org.manyhands.announcing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.Ids;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.manyhands.shared.Saving;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the announcements of a conference; what was sent is never changed. */
@Service
class Announcements {

    private static final String KIND = "announcement";

    private final Audiences audiences;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Announcements(Audiences audiences, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.audiences = audiences;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    List<Announcement> of(ConferenceId conference) {
        return jdbc.sql("select * from announcement where conference_id = ? order by written_at desc, announcement_id")
                .param(conference.conferenceId())
                .query((row, number) -> announcement(row))
                .list();
    }

    Announcement one(ConferenceId conference, UUID id) {
        return find(conference, id, "");
    }

    private Announcement find(ConferenceId conference, UUID id, String locking) {
        return jdbc.sql("select * from announcement where conference_id = ? and announcement_id = ? " + locking)
                .params(conference.conferenceId(), id)
                .query((row, number) -> announcement(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Nobody else changes or sends it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Announcement lock(ConferenceId conference, UUID id) {
        return find(conference, id, "for update");
    }

    /** @throws FormRefusal beside "to" where that is nobody of this conference */
    @Transactional
    UUID add(ConferencePage conference, AnnouncementForm form) {
        var audience = audience(conference, form);
        var id = Ids.next();
        writing("""
                        insert into announcement
                            (announcement_id, conference_id, subject, body, audience, role_id, shift_id, day, written_at)
                        values (:id, :conference, :subject, :body, :audience, :role, :shift, :day, :now)
                        """, id, form, audience)
                .param("conference", conference.id().conferenceId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.recordAdded(KIND, id, conference.id().conferenceId(), facts(form, audience));
        return id;
    }

    /** @throws FormRefusal beside "to" where that is nobody of this conference, or where it was sent meanwhile */
    @Transactional
    void change(ConferencePage conference, UUID id, AnnouncementForm form) {
        var audience = audience(conference, form);
        var before = lock(conference.id(), id);
        if (before.isSent()) {
            throw new FormRefusal("", "announcement.sent-meanwhile");
        }
        Saving.refuseStale(form.version(), before.version());
        writing("""
                        update announcement
                        set subject = :subject, body = :body, audience = :audience, role_id = :role, shift_id = :shift,
                            day = :day, version = version + 1
                        where announcement_id = :id
                        """, id, form, audience).update();
        audit.recordChanged(
                KIND,
                id,
                conference.id().conferenceId(),
                facts(AnnouncementForm.of(before), before.audience()),
                facts(form, audience));
    }

    /** A draft only. @return whether it was one */
    @Transactional
    boolean delete(ConferenceId conference, UUID id) {
        var before = lock(conference, id);
        if (before.isSent()) {
            return false;
        }
        jdbc.sql("delete from announcement where announcement_id = ?").param(id).update();
        audit.recordDeleted(KIND, id, conference.conferenceId(), facts(AnnouncementForm.of(before), before.audience()));
        return true;
    }

    private StatementSpec writing(String sql, UUID id, AnnouncementForm form, Audience audience) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("subject", form.subject())
                .param("body", form.body())
                .param("audience", audience.kind().name())
                .param("role", audience.role())
                .param("shift", audience.shift())
                .param("day", audience.day());
    }

    private Audience audience(ConferencePage conference, AnnouncementForm form) {
        return Audience.of(form.to())
                .filter(audience -> audiences.inWords(conference, audience).isPresent())
                .orElseThrow(() -> new FormRefusal("to", "announcement.to"));
    }

    private static Map<String, Object> facts(AnnouncementForm form, Audience audience) {
        return Map.of("subject", form.subject(), "text", form.body(), "to", audience.value());
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        return new Announcement(
                row.getObject("announcement_id", UUID.class),
                row.getString("subject"),
                row.getString("body"),
                new Audience(
                        Audience.Kind.valueOf(row.getString("audience")),
                        row.getObject("role_id", UUID.class),
                        row.getObject("shift_id", UUID.class),
                        day(row)),
                row.getString("sent_to"),
                Rows.instant(row, "sent_at"),
                Objects.requireNonNull(Rows.instant(row, "written_at")),
                row.getInt("version"));
    }

    private static @Nullable LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("day", LocalDate.class);
    }
}
