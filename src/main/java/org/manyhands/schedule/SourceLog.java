package org.manyhands.schedule;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferenceMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When sources are due, and what came of trying them; not the organizers' settings, so their version stays. */
@Component
class SourceLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    SourceLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A source whose time has come. */
    record Due(
            UUID conferenceId,
            String slug,
            String address,
            @Nullable String etag) {

        ConferenceId conference() {
            return new ConferenceId(conferenceId);
        }
    }

    /** Takes one that is due, for this instance alone, until its next time; those of conferences that are over rest. */
    Optional<Due> take(Instant now) {
        return jdbc.sql("""
                        update schedule_source
                        set next_try_at = cast(:now as timestamptz) + make_interval(mins => refresh_minutes)
                        from conference
                        where conference.conference_id = schedule_source.conference_id
                          and schedule_source.conference_id = (
                            select due.conference_id from schedule_source due
                            join conference of_due on of_due.conference_id = due.conference_id
                            where due.next_try_at <= :now
                              and of_due.last_day >= (cast(:now as timestamptz) at time zone of_due.zone)::date - 1
                            order by due.next_try_at limit 1
                            for update of due skip locked)
                        returning schedule_source.conference_id, slug, address, etag
                        """).param("now", Timestamp.from(now)).query(Due.class).optional();
    }

    void tried(ConferenceId conference, String address, String outcome) {
        jdbc.sql("""
                        update schedule_source set tried_at = :now, outcome = left(:outcome, 500)
                        where conference_id = :conference and address = :address
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("outcome", outcome)
                .param("conference", conference.conferenceId())
                .param("address", address)
                .update();
    }

    /** Whether that is still where the schedule is to be fetched from by itself. */
    boolean isRefreshedFrom(ConferenceId conference, String address) {
        return jdbc.sql("""
                        select exists (select from schedule_source
                                       where conference_id = ? and address = ? and refresh_minutes is not null)
                        """)
                .params(conference.conferenceId(), address)
                .query(Boolean.class)
                .single();
    }

    /** The schedule is another file's now: whatever the server has is to be sent again. */
    void forgetVersion(ConferenceId conference) {
        jdbc.sql("update schedule_source set etag = null where conference_id = ?")
                .param(conference.conferenceId())
                .update();
    }

    /** Times without a zone, and dates that can be read in two ways, mean something else now. */
    @EventListener
    void forgetVersion(ConferenceMoved moved) {
        forgetVersion(moved.conference());
    }

    /** From now on the server need not send that version again. */
    void has(ConferenceId conference, String address, Optional<String> etag) {
        jdbc.sql("update schedule_source set etag = :etag where conference_id = :conference and address = :address")
                .param("etag", etag.orElse(null))
                .param("conference", conference.conferenceId())
                .param("address", address)
                .update();
    }

    /**
     * A first address that served well is kept as the source; a refresh is for the organizers to ask for.
     *
     * @return whether it is the source from now on, and none was before
     */
    boolean used(ConferenceId conference, PendingImport file, Changes changes) {
        return jdbc.sql("""
                        insert into schedule_source (conference_id, address, etag, tried_at, outcome)
                        values (:conference, :address, :etag, :tried, :outcome)
                        on conflict (conference_id) do update
                        set etag = excluded.etag, tried_at = excluded.tried_at, outcome = excluded.outcome
                        where schedule_source.address = excluded.address
                        returning xmax = 0
                        """)
                .param("conference", conference.conferenceId())
                .param("address", file.origin())
                .param("etag", file.etag())
                .param("tried", Timestamp.from(file.madeAt()))
                .param("outcome", "An organizer used it: " + ChangesInWords.of(changes) + ".")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
