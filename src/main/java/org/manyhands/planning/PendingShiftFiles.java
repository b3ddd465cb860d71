package org.manyhands.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of crew shifts that wait for a yes, one for each conference at most: the newest takes the place of the one before. */
@Component
class PendingShiftFiles {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    PendingShiftFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record PendingFile(UUID id, byte[] file, String origin) {}

    @Transactional
    void keep(ConferenceId conference, byte[] file, String origin) {
        jdbc.sql("""
                        insert into pending_shift_file (pending_shift_file_id, conference_id, file, origin, made_at)
                        values (:id, :conference, :file, :origin, :now)
                        on conflict (conference_id) do update
                        set pending_shift_file_id = excluded.pending_shift_file_id, file = excluded.file,
                            origin = excluded.origin, made_at = excluded.made_at
                        """)
                .param("id", Ids.next())
                .param("conference", conference.conferenceId())
                .param("file", file)
                .param("origin", origin)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<PendingFile> find(ConferenceId conference) {
        return jdbc.sql("select pending_shift_file_id, file, origin from pending_shift_file where conference_id = ?")
                .param(conference.conferenceId())
                .query((row, number) -> new PendingFile(
                        row.getObject("pending_shift_file_id", UUID.class),
                        row.getBytes("file"),
                        row.getString("origin")))
                .optional();
    }

    /** Away with it; false where somebody else was faster, or brought another one. */
    boolean take(ConferenceId conference, UUID id) {
        return jdbc.sql("delete from pending_shift_file where conference_id = ? and pending_shift_file_id = ?")
                        .params(conference.conferenceId(), id)
                        .update()
                > 0;
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
    void deleteOld() {
        jdbc.sql("delete from pending_shift_file where made_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
