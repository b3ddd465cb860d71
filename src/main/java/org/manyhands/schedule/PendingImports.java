package org.manyhands.schedule;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.AccountId;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Ids;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that wait for a yes, one for each conference at most: the newest takes the place of the one before. */
@Component
class PendingImports {

    /** The schedule has moved on by then. */
    static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final StoredSchedule schedule;
    private final Clock clock;

    PendingImports(JdbcClient jdbc, StoredSchedule schedule, Clock clock) {
        this.jdbc = jdbc;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** What was brought, by whom or from where. */
    record Brought(
            byte[] file,
            String origin,
            boolean fetched,
            @Nullable String etag) {

        static Brought uploaded(byte[] file, String name) {
            return new Brought(file, name, false, null);
        }

        static Brought fetched(byte[] file, String address, Optional<String> etag) {
            return new Brought(file, address, true, etag.orElse(null));
        }
    }

    @Transactional
    void keep(ConferenceId conference, Brought brought, AccountId by) {
        keep(conference, brought, by.accountId());
    }

    /**
     * What a person brought is not taken from under their eyes, nor the same file from under its preview.
     *
     * @return whether it waits now, and nothing that a person brought
     */
    @Transactional
    boolean keepFromTimer(ConferenceId conference, Brought brought) {
        keep(conference, brought, (UUID) null);
        return jdbc.sql("select account_id is null from pending_import where conference_id = ?")
                .param(conference.conferenceId())
                .query(Boolean.class)
                .single();
    }

    /** What the timer found serves now: what it kept before that asks nobody any more. */
    void dropFromTimer(ConferenceId conference) {
        jdbc.sql("delete from pending_import where conference_id = ? and account_id is null")
                .param(conference.conferenceId())
                .update();
    }

    private void keep(ConferenceId conference, Brought brought, @Nullable UUID account) {
        schedule.makeSureOf(conference);
        jdbc.sql("""
                        insert into pending_import as kept
                            (pending_import_id, conference_id, file, origin, fetched, etag, account_id, made_at)
                        values (:id, :conference, :file, :origin, :fetched, :etag, :account, :now)
                        on conflict (conference_id) do update
                        set pending_import_id = excluded.pending_import_id, file = excluded.file,
                            origin = excluded.origin, fetched = excluded.fetched, etag = excluded.etag,
                            account_id = excluded.account_id, zone = excluded.zone, made_at = excluded.made_at
                        where excluded.account_id is not null or kept.account_id is null and kept.file <> excluded.file
                        """)
                .param("id", Ids.next())
                .param("conference", conference.conferenceId())
                .param("file", brought.file())
                .param("origin", brought.origin())
                .param("fetched", brought.fetched())
                .param("etag", brought.etag())
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<PendingImport> find(ConferenceId conference) {
        return jdbc.sql("""
                        select pending_import_id, file, origin, fetched, etag, email, zone, made_at
                        from pending_import left join account using (account_id) where conference_id = ?
                        """)
                .param(conference.conferenceId())
                .query((row, number) -> new PendingImport(
                        row.getObject("pending_import_id", UUID.class),
                        row.getBytes("file"),
                        row.getString("origin"),
                        row.getBoolean("fetched"),
                        row.getString("etag"),
                        row.getString("email"),
                        Rows.zone(row, "zone"),
                        Objects.requireNonNull(Rows.instant(row, "made_at"))))
                .optional();
    }

    /** Has its times mean another zone, as long as it is still the file that waits. */
    @Transactional
    void readIn(ConferenceId conference, UUID id, ZoneId zone) {
        jdbc.sql("update pending_import set zone = ? where conference_id = ? and pending_import_id = ?")
                .param(zone.getId())
                .param(conference.conferenceId())
                .param(id)
                .update();
    }

    boolean waits(ConferenceId conference, UUID id) {
        return jdbc.sql("select exists (select from pending_import where conference_id = ? and pending_import_id = ?)")
                .param(conference.conferenceId())
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Away with it; false where somebody else was faster, or brought another one. */
    boolean take(ConferenceId conference, UUID id) {
        return jdbc.sql("delete from pending_import where conference_id = ? and pending_import_id = ?")
                        .param(conference.conferenceId())
                        .param(id)
                        .update()
                > 0;
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
    void deleteOld() {
        jdbc.sql("delete from pending_import where made_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
