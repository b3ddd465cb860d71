package org.manyhands.schedule;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Ids;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often organizers may have addresses fetched: enough to get one right, too little to knock at every door. */
@Component
class FetchAllowance {

    static final int AN_HOUR = 5;

    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final StoredSchedule schedule;
    private final Clock clock;

    FetchAllowance(JdbcClient jdbc, StoredSchedule schedule, Clock clock) {
        this.jdbc = jdbc;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Uses one up; where none is left, says from when on there is one again. */
    @Transactional
    Optional<Instant> spentUntil(ConferenceId conference) {
        var now = clock.instant();
        schedule.lock(conference);
        jdbc.sql("delete from schedule_fetch where conference_id = ? and asked_at <= ?")
                .param(conference.conferenceId())
                .param(Timestamp.from(now.minus(HOUR)))
                .update();
        var asked = jdbc.sql("select asked_at from schedule_fetch where conference_id = ? order by asked_at")
                .param(conference.conferenceId())
                .query((row, number) -> Objects.requireNonNull(Rows.instant(row, "asked_at")))
                .list();
        if (asked.size() >= AN_HOUR) {
            return Optional.of(asked.getFirst().plus(HOUR));
        }
        jdbc.sql("insert into schedule_fetch (schedule_fetch_id, conference_id, asked_at) values (?, ?, ?)")
                .param(Ids.next())
                .param(conference.conferenceId())
                .param(Timestamp.from(now))
                .update();
        return Optional.empty();
    }
}
