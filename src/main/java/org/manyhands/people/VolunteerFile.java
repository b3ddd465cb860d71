package org.manyhands.people;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Reach;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.volunteer.Suits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one volunteer: who they are, what they hold, and what they may do. */
@Component
class VolunteerFile {

    /** Whom a role lead sees: those who hold, wait for or asked for something of their roles. */
    static final String IN_SIGHT = """
            (:roles::uuid[] is null
                or exists (select from signup join shift using (shift_id)
                           where signup.volunteer_id = volunteer.volunteer_id and role_id = any(:roles)
                             and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED'))
                or exists (select from role_clearance
                           where role_clearance.volunteer_id = volunteer.volunteer_id and role_id = any(:roles)))
            """;

    private final JdbcClient jdbc;

    VolunteerFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param hoursADayAtMost as {@code hoursAtMost}, on one day; no end of it for null
     * @param days on which they are there; any for none
     */
    record Head(
            VolunteerId id,
            String name,
            String pronouns,
            @Nullable String email,
            String phone,
            String chatHandle,
            Suits suits,
            @Nullable Integer hoursAtMost,
            @Nullable Integer hoursADayAtMost,
            List<LocalDate> days,
            List<String> wishes,
            boolean shownToCrew,
            Instant registeredAt) {

        public @Nullable String writeLink() {
            return email == null ? null : Reach.byMail(email);
        }

        public @Nullable String callLink() {
            return Reach.byPhone(phone);
        }
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

    /** @throws NotFound also for somebody who has nothing to do with the roles in sight */
    Head head(ConferenceId conference, RolesInSight sight, VolunteerId volunteer) {
        return jdbc.sql("""
                        select volunteer_id, volunteer.name, pronouns, email, phone, chat_handle, suits, hours_at_most,
                               hours_a_day_at_most, days_there, shown_to_crew, registered_at,
                               array(select role.name from role_wish join role using (role_id)
                                     where role_wish.volunteer_id = volunteer.volunteer_id order by role.name) as wishes
                        from volunteer left join account using (account_id)
                        where volunteer_id = :volunteer and conference_id = :conference and %s
                        """.formatted(IN_SIGHT))
                .param("volunteer", volunteer.volunteerId())
                .param("conference", conference.conferenceId())
                .param("roles", sight.forSql())
                .query(VolunteerFile::head)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                row.getString("name"),
                row.getString("pronouns"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("chat_handle"),
                Suits.valueOf(row.getString("suits")),
                (Integer) row.getObject("hours_at_most"),
                (Integer) row.getObject("hours_a_day_at_most"),
                Stream.of((Date[]) row.getArray("days_there").getArray())
                        .map(Date::toLocalDate)
                        .toList(),
                List.of((String[]) row.getArray("wishes").getArray()),
                row.getBoolean("shown_to_crew"),
                Objects.requireNonNull(Rows.instant(row, "registered_at")));
    }

    /** Of the roles in sight, soonest first; those they left too. */
    List<Held> held(VolunteerId volunteer, RolesInSight sight, Instant now) {
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
