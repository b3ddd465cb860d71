package org.manyhands.roster;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads where people are missing, and how far a conference's preparations are. */
@Component
class OpenPlaces {

    private static final Duration A_WEEK = Duration.ofDays(7);

    private final JdbcClient jdbc;

    OpenPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A published shift that is not over.
     *
     * @param coveredBy the role that stands in where nobody took it
     */
    record Line(
            ShiftId id,
            TimeRange during,
            String role,
            String roleSlug,
            String place,
            @Nullable String coveredBy,
            Staffing staffing) {

        /** Whether it opens without anybody of its own. */
        public boolean isCovered() {
            return coveredBy != null && staffing.occupied() == 0 && staffing.missing() > 0;
        }

        /** Whether it cannot open yet. */
        public boolean isShort() {
            return staffing.missing() > 0 && !isCovered();
        }
    }

    /** What there is so far: enough to tell what to do first, and how much of the work has found its people. */
    record Standing(
            int places,
            int roles,
            int timeslots,
            int published,
            int drafts,
            int volunteers,
            int undelivered,
            long secondsFilled,
            long secondsWanted) {

        public String hoursFilled() {
            return LocalTimes.length(Duration.ofSeconds(secondsFilled));
        }

        public String hoursWanted() {
            return LocalTimes.length(Duration.ofSeconds(secondsWanted));
        }
    }

    /** The shifts to come or going on, soonest first. */
    List<Line> notOver(ConferenceId conference, Instant now) {
        return jdbc.sql("""
                        select shift_id, lower(during) as starts_at, upper(during) as ends_at, role.name as role,
                               role.slug as role_slug, place.name as place, cover.name as covered_by,
                               %s
                        from shift join role using (role_id, conference_id) join place using (place_id, conference_id)
                        left join role cover on cover.role_id = role.covered_by
                        where shift.conference_id = :conference and published and upper(during) > :now
                        order by lower(during), upper(during), role.name, place.name
                        """.formatted(Staffing.COLUMNS))
                .param("conference", conference.conferenceId())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Line(
                        ShiftId.of(row.getString("shift_id")),
                        Rows.range(row, "starts_at", "ends_at"),
                        row.getString("role"),
                        row.getString("role_slug"),
                        row.getString("place"),
                        row.getString("covered_by"),
                        Staffing.in(row)))
                .list();
    }

    /** Failed mails count for a week. */
    Standing standing(ConferenceId conference, Instant now) {
        return jdbc.sql("""
                        select (select count(*) from place where conference_id = :conference) as places,
                               (select count(*) from role where conference_id = :conference) as roles,
                               (select count(*) from timeslot where conference_id = :conference) as timeslots,
                               (select count(*) from volunteer where conference_id = :conference) as volunteers,
                               (select count(*) from mail where conference_id = :conference and state = 'FAILED' and not secret
                                    and written_at > :lately) as undelivered,
                               count(*) filter (where published) as published,
                               count(*) filter (where not published and cancelled_at is null) as drafts,
                               coalesce(sum(seconds * least(taken + reserved, wanted)) filter (where published), 0)::bigint
                                   as seconds_filled,
                               coalesce(sum(seconds * wanted) filter (where published), 0)::bigint as seconds_wanted
                        from shift cross join lateral extract(epoch from upper(during) - lower(during)) as seconds
                        where conference_id = :conference
                        """)
                .param("lately", Timestamp.from(now.minus(A_WEEK)))
                .param("conference", conference.conferenceId())
                .query(Standing.class)
                .single();
    }
}
