package org.manyhands.report;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.LocalTimes;
import org.manyhands.signup.Worked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who worked how long, how many of them did so for the first time, and how many left. */
@Component
class PeopleReport {

    static final int SHOWN = 50;

    private final JdbcClient jdbc;

    PeopleReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Line(UUID id, String name, int shifts, Duration planned, Duration worked, int noShows) {

        public String plannedInWords() {
            return LocalTimes.length(planned);
        }

        public String workedInWords() {
            return LocalTimes.length(worked);
        }
    }

    /**
     * @param registered everybody, whether or not they took a shift
     * @param withShifts those who did
     * @param firstTimers those of them who have volunteered at no earlier conference of this installation
     */
    record People(int registered, int withShifts, int firstTimers) {}

    /**
     * @param late of those who withdrew, within a day before the shift
     */
    record Left(int withdrew, int late, int takenOff, int cancelled) {

        public int inAll() {
            return withdrew + takenOff + cancelled;
        }
    }

    /**
     * Who worked most comes first.
     *
     * @param atMost all for null
     */
    List<Line> lines(ConferencePage conference, RolesInSight sight, @Nullable Integer atMost) {
        return jdbc.sql("""
                        select volunteer_id, volunteer.name, shifts, no_shows, planned, worked
                        from volunteer join (
                            select volunteer_id, count(*) as shifts, count(*) filter (where attendance = 'NO_SHOW') as no_shows,
                                   extract(epoch from sum(%s))::bigint as planned,
                                   coalesce(extract(epoch from sum(%s)), 0)::bigint as worked
                            from signup join shift using (shift_id)
                            where signup.conference_id = :conference and state = 'CONFIRMED'
                              and (:roles::uuid[] is null or role_id = any(:roles))
                            group by volunteer_id) theirs using (volunteer_id)
                        order by worked desc, planned desc, lower(volunteer.name), volunteer_id limit :atMost
                        """.formatted(Worked.PLANNED, Worked.TIME))
                .param("conference", conference.id().conferenceId())
                .param("roles", sight.forSql())
                .param("atMost", atMost)
                .query((row, number) -> new Line(
                        row.getObject("volunteer_id", UUID.class),
                        row.getString("name"),
                        row.getInt("shifts"),
                        Duration.ofSeconds(row.getLong("planned")),
                        Duration.ofSeconds(row.getLong("worked")),
                        row.getInt("no_shows")))
                .list();
    }

    /** A number only: who helped at another team's conference is not theirs to read. */
    People people(ConferencePage conference, RolesInSight sight) {
        return jdbc.sql("""
                        with theirs as (
                            select distinct volunteer_id from signup join shift using (shift_id)
                            where signup.conference_id = :conference and state = 'CONFIRMED'
                              and (:roles::uuid[] is null or role_id = any(:roles))),
                        known as (
                            select distinct account_id from volunteer join conference using (conference_id)
                            where first_day < :firstDay and conference_id <> :conference and account_id is not null)
                        select (select count(*) from volunteer where conference_id = :conference) as registered,
                               count(*) as with_shifts, count(*) filter (where known.account_id is null) as first_timers
                        from theirs join volunteer using (volunteer_id) left join known using (account_id)
                        """)
                .param("conference", conference.id().conferenceId())
                .param("roles", sight.forSql())
                .param("firstDay", conference.firstDay())
                .query(People.class)
                .single();
    }

    Left left(ConferencePage conference, RolesInSight sight, Instant now) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'WITHDRAWN') as withdrew,
                               count(*) filter (where state = 'WITHDRAWN' and left_at > lower(during) - interval '24 hours') as late,
                               count(*) filter (where removed_because in ('ORGANIZER', 'CONFLICT')) as taken_off,
                               count(*) filter (where removed_because = 'CANCELLED') as cancelled
                        from signup join shift using (shift_id)
                        where signup.conference_id = :conference and left_at <= :now
                          and (:roles::uuid[] is null or role_id = any(:roles))
                        """)
                .param("conference", conference.id().conferenceId())
                .param("roles", sight.forSql())
                .param("now", Timestamp.from(now))
                .query(Left.class)
                .single();
    }
}
