package org.manyhands.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Setting;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.Reach;
import org.manyhands.shared.Rows;
import org.manyhands.signup.Worked;
import org.manyhands.volunteer.Suits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the volunteers of a conference, each with how much they do; a role lead's are those of their roles. */
@Component
class PeopleList {

    static final int ON_A_PAGE = 100;

    /** Everybody in sight, with what they hold in the roles in sight. */
    private static final String PEOPLE =
            """
            with held as (
                select volunteer_id, count(*) filter (where state = 'CONFIRMED') as shifts,
                       sum(%s) filter (where state = 'CONFIRMED') as taken, sum(%s) as worked,
                       count(*) filter (where attendance = 'NO_SHOW') as no_shows
                from signup join shift using (shift_id)
                where signup.conference_id = :conference and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
                  and (:roles::uuid[] is null or role_id = any(:roles))
                group by volunteer_id),
            people as (
                select volunteer.*, email, coalesce(shifts, 0) as shifts, coalesce(no_shows, 0) as no_shows,
                       coalesce(taken, interval '0') as taken, coalesce(worked, interval '0') as worked, %s as found
                from volunteer left join account using (account_id) left join held using (volunteer_id)
                where conference_id = :conference and %s)
            """.formatted(Worked.PLANNED, Worked.TIME, PeopleFilter.HOLDS, VolunteerFile.IN_SIGHT);

    private final JdbcClient jdbc;

    PeopleList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param hoursAtMost how many they asked for; no end of it for null
     * @param taken the length of their shifts
     * @param worked how much of that they did, as the desk wrote it down
     */
    record Line(
            VolunteerId id,
            String name,
            String pronouns,
            @Nullable String email,
            String phone,
            String chatHandle,
            Suits suits,
            @Nullable Integer hoursAtMost,
            int shifts,
            Duration taken,
            Duration worked,
            int noShows,
            Instant registeredAt) {

        public @Nullable String writeLink() {
            return email == null ? null : Reach.byMail(email);
        }

        public @Nullable String callLink() {
            return Reach.byPhone(phone);
        }

        /** The setting that suits them, where it is one and not any. */
        public Optional<Setting> setting() {
            return suits == Suits.EITHER ? Optional.empty() : Optional.of(Setting.valueOf(suits.name()));
        }

        public String hoursTaken() {
            return LocalTimes.length(taken);
        }

        public String hoursWorked() {
            return LocalTimes.length(worked);
        }

        public boolean hasWorked() {
            return worked.isPositive();
        }

        public boolean isOverdoingIt() {
            return hoursAtMost != null && taken.compareTo(Duration.ofHours(hoursAtMost)) > 0;
        }
    }

    /** How many there are in all, of each kind, and by the filter. */
    record Counts(int all, int idle, int less, int more, int found) {}

    Counts counts(ConferenceId conference, RolesInSight sight, PeopleFilter filter) {
        return jdbc.sql(PEOPLE + """
                        select count(*) as "all", count(*) filter (where shifts = 0) as idle,
                               count(*) filter (where taken < make_interval(hours => hours_at_most)) as less,
                               count(*) filter (where taken > make_interval(hours => hours_at_most)) as more,
                               count(*) filter (where found) as found
                        from people
                        """)
                .param("conference", conference.conferenceId())
                .param("roles", sight.forSql())
                .params(filter.params())
                .query(Counts.class)
                .single();
    }

    /** By name; one more than a page shows, where there are more. */
    List<Line> page(ConferenceId conference, RolesInSight sight, PeopleFilter filter) {
        return lines(conference, sight, filter, ON_A_PAGE + 1);
    }

    List<Line> all(ConferenceId conference, RolesInSight sight, PeopleFilter filter) {
        return lines(conference, sight, filter.from(null), null);
    }

    private List<Line> lines(
            ConferenceId conference, RolesInSight sight, PeopleFilter filter, @Nullable Integer atMost) {
        return jdbc.sql(PEOPLE + """
                        select volunteer_id, name, pronouns, email, phone, chat_handle, suits, hours_at_most, shifts, no_shows,
                               extract(epoch from taken)::bigint as taken, extract(epoch from worked)::bigint as worked,
                               registered_at
                        from people
                        where found and (:after::uuid is null or (lower(name), volunteer_id) > (
                            select lower(name), volunteer_id from volunteer
                            where volunteer_id = :after and conference_id = :conference))
                        order by lower(name), volunteer_id limit :atMost
                        """)
                .param("conference", conference.conferenceId())
                .param("roles", sight.forSql())
                .param("atMost", atMost)
                .params(filter.params())
                .query(PeopleList::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                row.getString("name"),
                row.getString("pronouns"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("chat_handle"),
                Suits.valueOf(row.getString("suits")),
                (Integer) row.getObject("hours_at_most"),
                row.getInt("shifts"),
                Duration.ofSeconds(row.getLong("taken")),
                Duration.ofSeconds(row.getLong("worked")),
                row.getInt("no_shows"),
                Objects.requireNonNull(Rows.instant(row, "registered_at")));
    }
}
