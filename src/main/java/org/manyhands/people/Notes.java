package org.manyhands.people;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.AccountId;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.manyhands.volunteer.PeopleMerged;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the notes for next year. A note belongs to the registration of the conference at which it was written, and goes
 * when that goes. It is read there, and at every other conference at which the same account volunteers, but only by those
 * who organize the conference it was written for: what one team wrote in confidence is not told to another. Nobody reads
 * what is noted of themselves, and neither a role lead nor the desk reads any.
 */
@Service
class Notes {

    /** Whether {@code :asker} may read and write notes about {@code volunteer}: of the conference's team, and not they themselves. */
    static final String MAY = """
            exists (select from team_member where team_member.conference_id = volunteer.conference_id
                      and team_member.account_id = :asker and held_right in ('OWNER', 'ORGANIZER'))
            and volunteer.account_id is distinct from :asker
            """;

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Notes(EntityManager entities, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param author their address
     * @param conference the name of the other conference for which it was written; null for this one
     */
    record Line(
            UUID id,
            Instant writtenAt,
            String author,
            String words,
            @Nullable String conference) {}

    @EventListener
    void merge(PeopleMerged people) {
        jdbc.sql("update volunteer_note set volunteer_id = ? where volunteer_id = ?")
                .params(people.kept().volunteerId(), people.gone().volunteerId())
                .update();
    }

    boolean mayKeep(ConferenceId conference, VolunteerId volunteer, AccountId asker) {
        return jdbc.sql(
                        "select exists (select from volunteer where volunteer_id = :volunteer and conference_id = :conference and "
                                + MAY + ")")
                .param("volunteer", volunteer.volunteerId())
                .param("conference", conference.conferenceId())
                .param("asker", asker.accountId())
                .query(Boolean.class)
                .single();
    }

    /** Newest first, this conference's and earlier and later ones'. */
    List<Line> of(ConferenceId conference, VolunteerId about, AccountId asker) {
        return jdbc.sql("""
                        select volunteer_note_id, written_at, author.email as author, words,
                               case when volunteer.conference_id <> :conference then conference.name end as conference
                        from volunteer here
                        join volunteer on volunteer.volunteer_id = here.volunteer_id or volunteer.account_id = here.account_id
                        join volunteer_note on volunteer_note.volunteer_id = volunteer.volunteer_id
                        join conference on conference.conference_id = volunteer.conference_id
                        join account author on author.account_id = written_by
                        where here.volunteer_id = :volunteer and here.conference_id = :conference and %s
                        order by written_at desc
                        """.formatted(MAY))
                .param("conference", conference.conferenceId())
                .param("volunteer", about.volunteerId())
                .param("asker", asker.accountId())
                .query((row, number) -> new Line(
                        row.getObject("volunteer_note_id", UUID.class),
                        Objects.requireNonNull(Rows.instant(row, "written_at")),
                        row.getString("author"),
                        row.getString("words"),
                        row.getString("conference")))
                .list();
    }

    /** Written down without its words, which the audit would keep for ever. */
    @Transactional
    void add(ConferenceId conference, VolunteerId about, AccountId asker, String words) {
        refuseUnlessMay(conference, about, asker);
        var note = new Note(conference, about, asker, words, clock.instant());
        entities.persist(note);
        entities.flush();
        record("note.added", note);
    }

    @Transactional
    void delete(ConferenceId conference, VolunteerId about, AccountId asker, UUID id) {
        refuseUnlessMay(conference, about, asker);
        var note = entities.find(Note.class, id);
        if (note == null || !note.volunteerId().equals(about)) {
            throw new NotFound();
        }
        entities.remove(note);
        entities.flush();
        record("note.deleted", note);
    }

    private void refuseUnlessMay(ConferenceId conference, VolunteerId about, AccountId asker) {
        if (!mayKeep(conference, about, asker)) {
            throw new NotFound();
        }
    }

    private void record(String action, Note note) {
        audit.record(
                action,
                "volunteer",
                note.volunteerId().volunteerId(),
                note.conferenceId().conferenceId(),
                Map.of("note", note.id()));
    }
}
