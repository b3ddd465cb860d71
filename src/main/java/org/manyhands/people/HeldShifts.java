package org.manyhands.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what one volunteer holds, waits for, did and left. */
@Component
class HeldShifts {

    private final JdbcClient jdbc;

    HeldShifts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A shift that they hold, wait for, held or waited for.
     *
     * @param worked for how long, as far as the desk wrote it down
     * @param over whether it has ended
     */
    record Held(
            UUID shift,
            String role,
            String place,
            TimeRange during,
            String state,
            String attendance,
            @Nullable Instant arrivedAt,
            @Nullable Duration worked,
            String attendanceNote,
            @Nullable String override,
            boolean wantsCover,
            boolean over) {

        public boolean isTheirs() {
            return state.equals("CONFIRMED");
        }

        public boolean isActive() {
            return isTheirs() || state.equals("OFFERED") || state.equals("WAITLISTED");
        }

        public boolean isNoShow() {
            return attendance.equals("NO_SHOW");
        }

        public @Nullable Duration countedAs() {
            return isTheirs() ? during.length() : null;
        }
    }

    /** Of the roles in sight, soonest first; those they left too. */
    List<Held> of(VolunteerId volunteer, RolesInSight sight, Instant now) {
        return jdbc.sql("""
                        select shift_id, role.name as role, place.name as place, lower(during) as starts_at, upper(during) as ends_at,
                               state, attendance, arrived_at, attendance_note, override_reason,
                               extract(epoch from done_at - arrived_at)::bigint as worked, cover_asked_at is not null as wants_cover
                        from signup join shift using (shift_id) join role using (role_id) join place using (place_id)
                        where volunteer_id = :volunteer and (:roles::uuid[] is null or role_id = any(:roles))
                        order by lower(during), signup_id
                        """)
                .param("volunteer", volunteer.volunteerId())
                .param("roles", sight.forSql())
                .query((row, number) -> {
                    var during = Rows.range(row, "starts_at", "ends_at");
                    var worked = (Long) row.getObject("worked");
                    return new Held(
                            row.getObject("shift_id", UUID.class),
                            row.getString("role"),
                            row.getString("place"),
                            during,
                            row.getString("state"),
                            row.getString("attendance"),
                            Rows.instant(row, "arrived_at"),
                            worked == null ? null : Duration.ofSeconds(worked),
                            row.getString("attendance_note"),
                            row.getString("override_reason"),
                            row.getBoolean("wants_cover"),
                            !during.end().isAfter(now));
                })
                .list();
    }
}
