package org.manyhands.roster;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the shifts of a stretch of time for the gap table, and which stretches there are. */
@Component
class HourlyGaps {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final JdbcClient jdbc;

    HourlyGaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param busy without the handover, so that who takes over does not count beside whom they relieve */
    record Shift(OpenPlaces.Line line, TimeRange busy) {}

    /** The published shifts of that time, soonest first. */
    List<Shift> within(TimeRange time, ConferencePage conference, RolesInSight roles) {
        return jdbc.sql("""
                        select shift_id, lower(during) as starts_at, upper(during) as ends_at, lower(busy) as busy_from,
                               upper(busy) as busy_until, role.name as role, role.slug as role_slug, place.name as place,
                               cover.name as covered_by, %s
                        from shift join role using (role_id) join place using (place_id)
                        left join role cover on cover.role_id = role.covered_by
                        where shift.conference_id = :conference and published and busy && tstzrange(:from, :to)
                          and (:roles::uuid[] is null or shift.role_id = any(:roles))
                        order by lower(during), upper(during), role.name, place.name
                        """.formatted(Staffing.COLUMNS))
                .param("conference", conference.id().conferenceId())
                .param("from", Timestamp.from(time.start()))
                .param("to", Timestamp.from(time.end()))
                .param("roles", roles.forSql())
                .query((row, number) -> new Shift(
                        new OpenPlaces.Line(
                                ShiftId.of(row.getString("shift_id")),
                                Rows.range(row, "starts_at", "ends_at"),
                                row.getString("role"),
                                row.getString("role_slug"),
                                row.getString("place"),
                                row.getString("covered_by"),
                                Staffing.in(row)),
                        Rows.range(row, "busy_from", "busy_until")))
                .list();
    }

    /** The days on which shifts are still to come or go on. */
    List<LocalDate> days(ConferencePage conference, RolesInSight roles, Instant now) {
        return jdbc.sql("""
                        select distinct (lower(during) at time zone :zone)::date as day from shift
                        where conference_id = :conference and published and upper(during) > :now
                          and (:roles::uuid[] is null or role_id = any(:roles))
                        order by day
                        """)
                .param("zone", conference.zone().getId())
                .param("conference", conference.id().conferenceId())
                .param("now", Timestamp.from(now))
                .param("roles", roles.forSql())
                .query(LocalDate.class)
                .list();
    }

    /** The next 24 hours, or, where nothing begins in these, the first 24 in which something does; empty once all is over. */
    Optional<TimeRange> next(ConferencePage conference, RolesInSight roles, Instant now) {
        return jdbc.sql("""
                        select lower(during) as starts_at from shift
                        where conference_id = :conference and published and upper(during) > :now
                          and (:roles::uuid[] is null or role_id = any(:roles))
                        order by lower(during) limit 1
                        """)
                .param("conference", conference.id().conferenceId())
                .param("now", Timestamp.from(now))
                .param("roles", roles.forSql())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .map(first -> first.isBefore(now.plus(A_DAY)) ? now : first)
                .map(from -> hourOf(from, conference))
                .map(from -> new TimeRange(from, from.plus(A_DAY)));
    }

    /** When the hour begins in the conference's zone, some of which are half an hour apart from others. */
    static Instant hourOf(Instant instant, ConferencePage conference) {
        return instant.atZone(conference.zone()).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    static TimeRange day(LocalDate day, ConferencePage conference) {
        return new TimeRange(
                day.atStartOfDay(conference.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(conference.zone()).toInstant());
    }
}
