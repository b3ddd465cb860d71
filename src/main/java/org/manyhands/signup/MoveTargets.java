package org.manyhands.signup;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Choices;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.DayAsked;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads to which shifts one could move somebody: published, not over, a day at a time. */
@Component
class MoveTargets {

    private final JdbcClient jdbc;

    MoveTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Target(UUID id, String role, String place, TimeRange during, Staffing staffing) {

        String inWords(ConferencePage conference) {
            var missing = staffing.missing() > 0 ? ", needs " + staffing.missing() + " more to open" : "";
            var full = staffing.hasRoom() ? "" : ", full";
            return conference.times().span(during) + ", " + role + ", " + place + " (" + staffing.occupied() + "/"
                    + staffing.need().wanted() + missing + full + ")";
        }
    }

    /** In the order of their times: ids and words. */
    Map<String, String> on(LocalDate day, ShiftId from, ConferencePage conference, RolesInSight roles, Instant now) {
        var targets = jdbc.sql("""
                        select shift_id, role.name as role, place.name as place,
                               lower(during) as starts_at, upper(during) as ends_at, %s
                        from shift join role using (role_id) join place using (place_id)
                        where shift.conference_id = :conference and published and shift_id <> :shift
                          and upper(during) > :now and %s
                          and (:roles::uuid[] is null or shift.role_id = any(:roles))
                        order by lower(during), role.name, place.name
                        """.formatted(Staffing.COLUMNS, DayAsked.IS_OF_SHIFT))
                .param("conference", conference.id().conferenceId())
                .param("shift", from.shiftId())
                .param("now", Timestamp.from(now))
                .params(new DayAsked(day).params(conference.zone()))
                .param("roles", roles.forSql())
                .query((row, number) -> new Target(
                        row.getObject("shift_id", UUID.class),
                        row.getString("role"),
                        row.getString("place"),
                        Rows.range(row, "starts_at", "ends_at"),
                        Staffing.in(row)))
                .list();
        return Choices.of(targets, Target::id, target -> target.inWords(conference));
    }

    /** The days that have such shifts. */
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
}
