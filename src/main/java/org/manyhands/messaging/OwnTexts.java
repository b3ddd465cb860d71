package org.manyhands.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.edition.ConferenceCopied;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.Saving;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how conferences word their mails; a kind without a row is worded as we do. */
@Service
class OwnTexts {

    private static final String AUDITED = "mail-text";

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    OwnTexts(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param version rises with each change */
    record Stored(OwnText text, int version) {}

    Optional<Stored> of(UUID conference, MailKind kind) {
        return jdbc.sql("select subject, body, version from mail_text where conference_id = ? and kind = ?")
                .params(conference, kind.name())
                .query((row, number) ->
                        new Stored(new OwnText(row.getString("subject"), row.getString("body")), row.getInt("version")))
                .optional();
    }

    Set<MailKind> worded(ConferenceId conference) {
        return jdbc
                .sql("select kind from mail_text where conference_id = ?")
                .param(conference.conferenceId())
                .query(String.class)
                .list()
                .stream()
                .map(MailKind::valueOf)
                .collect(Collectors.toSet());
    }

    /**
     * Keeps it, unless it cannot be filled in.
     *
     * @param shown the version that was edited; null where ours was
     * @throws FormRefusal beside what cannot be filled in
     */
    @Transactional
    void save(ConferenceId conference, MailKind kind, OwnText text, @Nullable Integer shown) {
        text.checked(kind);
        var before = lock(conference, kind);
        Saving.refuseStale(shown, before.map(Stored::version).orElse(null));
        jdbc.sql("""
                        insert into mail_text (conference_id, kind, subject, body) values (?, ?, ?, ?)
                        on conflict (conference_id, kind) do update
                        set subject = excluded.subject, body = excluded.body, version = mail_text.version + 1
                        """)
                .params(conference.conferenceId(), kind.name(), text.subject(), text.body())
                .update();
        before.ifPresentOrElse(
                was -> audit.recordChanged(
                        AUDITED,
                        conference.conferenceId(),
                        conference.conferenceId(),
                        facts(kind, was.text()),
                        facts(kind, text)),
                () -> audit.recordAdded(
                        AUDITED, conference.conferenceId(), conference.conferenceId(), facts(kind, text)));
    }

    /** From now on it is worded as we do; nothing where it is already. */
    @Transactional
    void remove(ConferenceId conference, MailKind kind) {
        lock(conference, kind).ifPresent(was -> {
            jdbc.sql("delete from mail_text where conference_id = ? and kind = ?")
                    .params(conference.conferenceId(), kind.name())
                    .update();
            audit.recordDeleted(AUDITED, conference.conferenceId(), conference.conferenceId(), facts(kind, was.text()));
        });
    }

    @EventListener
    void copy(ConferenceCopied news) {
        jdbc.sql("""
                        insert into mail_text (conference_id, kind, subject, body)
                        select ?, kind, subject, body from mail_text where conference_id = ?
                        """)
                .params(news.to().conferenceId(), news.from().conferenceId())
                .update();
    }

    /** Who saves first where there is no row yet makes the other one wait, and stale. */
    private Optional<Stored> lock(ConferenceId conference, MailKind kind) {
        jdbc.sql("select from conference where conference_id = ? for no key update")
                .param(conference.conferenceId())
                .query()
                .listOfRows();
        return of(conference.conferenceId(), kind);
    }

    private static Map<String, Object> facts(MailKind kind, OwnText text) {
        return Map.of("mail", kind.words(), "subject", text.subject(), "text", text.body());
    }
}
