package org.manyhands.roster;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Setting;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.DayAsked;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.Suits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the volunteers of a conference, each with their shifts. */
@Component
class VolunteerRoster {

    private final JdbcClient jdbc;

    VolunteerRoster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who registered to help.
     *
     * @param hoursADayAtMost their own or the conference's, whichever is less; none for null
     */
    record Registration(
            Person person,
            Suits suits,
            @Nullable Integer hoursAtMost,
            @Nullable Integer hoursADayAtMost,
            Instant registeredAt) {

        /** The setting that suits them, where it is one and not any. */
        public Optional<Setting> setting() {
            return suits == Suits.EITHER ? Optional.empty() : Optional.of(Setting.valueOf(suits.name()));
        }
    }

    /** A shift of theirs, or one they were offered and have not said yes to. */
    record Line(
            ShiftId id,
            TimeRange during,
            LocalDate day,
            String role,
            String place,
            boolean published,
            boolean onlyOffered) {

        private Duration length() {
            return during.length();
        }
    }

    /** A volunteer and their shifts, soonest first. */
    record Entry(Registration registration, List<Line> shifts) {

        public Person person() {
            return registration.person();
        }

        /** "4 h 30 min". */
        public String hours() {
            return LocalTimes.length(hoursTaken());
        }

        /** Whether they took more hours than they said they would. */
        public boolean isOverdoingIt() {
            return isMoreThan(registration.hoursAtMost(), hoursTaken());
        }

        /** The days on which they took more hours than one may, each with these hours. */
        public Map<LocalDate, String> longDays() {
            var most = registration.hoursADayAtMost();
            var days = new LinkedHashMap<LocalDate, String>();
            taken().stream()
                    .collect(groupingBy(Line::day, TreeMap::new, reducing(Duration.ZERO, Line::length, Duration::plus)))
                    .forEach((day, hours) -> {
                        if (isMoreThan(most, hours)) {
                            days.put(day, LocalTimes.length(hours));
                        }
                    });
            return days;
        }

        /** Without what they were offered and have not said yes to. */
        public List<Line> taken() {
            return shifts.stream().filter(shift -> !shift.onlyOffered()).toList();
        }

        private Duration hoursTaken() {
            return taken().stream().map(Line::length).reduce(Duration.ZERO, Duration::plus);
        }

        private static boolean isMoreThan(@Nullable Integer most, Duration hours) {
            return most != null && hours.compareTo(Duration.ofHours(most)) > 0;
        }
    }

    private record Taken(Registration registration, Optional<Line> shift) {}

    /** By name. Where a day or a role is asked for, or not every role is in sight, only those who have such a shift, and only these shifts. */
    List<Entry> entries(ConferencePage conference, RosterFilter filter, RolesInSight inSight) {
        var taken = jdbc.sql("""
                        select %s, suits, hours_at_most, registered_at,
                               least(volunteer.hours_a_day_at_most, conference.hours_a_day_at_most) as hours_a_day_at_most,
                               shift_id, starts_at, ends_at, day, role, place, shift_published, only_offered
                        from volunteer join conference using (conference_id) left join account using (account_id)
                        left join lateral (
                            select shift_id, lower(during) as starts_at, upper(during) as ends_at,
                                   (lower(during) at time zone zone)::date as day, role.name as role, place.name as place,
                                   shift.published as shift_published, state = 'OFFERED' as only_offered
                            from signup join shift using (shift_id)
                            join role using (role_id) join place using (place_id)
                            where signup.volunteer_id = volunteer.volunteer_id and state in ('CONFIRMED', 'OFFERED')
                              and %s
                              and (:role::text is null or role.slug = :role)
                              and (:roles::uuid[] is null or role.role_id = any(:roles))) theirs on true
                        where conference_id = :conference
                          and (:q::text is null or %s)
                          and (shift_id is not null or :from::timestamptz is null and :role::text is null and :roles::uuid[] is null)
                        order by lower(volunteer.name), volunteer_id, starts_at
                        """.formatted(Person.COLUMNS, DayAsked.IS_OF_SHIFT, Person.SOUGHT))
                .param("conference", conference.id().conferenceId())
                .params(filter.dayAsked().params(conference.zone()))
                .param("role", filter.role())
                .param("roles", inSight.forSql())
                .param("q", filter.q())
                .query((row, number) -> new Taken(registration(row), line(row)))
                .list();
        return taken.stream()
                .collect(groupingBy(
                        Taken::registration, LinkedHashMap::new, flatMapping(each -> each.shift().stream(), toList())))
                .entrySet()
                .stream()
                .map(each -> new Entry(each.getKey(), each.getValue()))
                .toList();
    }

    private static Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                Person.in(row).orElseThrow(),
                Suits.valueOf(row.getString("suits")),
                (Integer) row.getObject("hours_at_most"),
                (Integer) row.getObject("hours_a_day_at_most"),
                Objects.requireNonNull(Rows.instant(row, "registered_at")));
    }

    private static Optional<Line> line(ResultSet row) throws SQLException {
        return row.getString("shift_id") == null
                ? Optional.empty()
                : Optional.of(new Line(
                        ShiftId.of(row.getString("shift_id")),
                        Rows.range(row, "starts_at", "ends_at"),
                        row.getObject("day", LocalDate.class),
                        row.getString("role"),
                        row.getString("place"),
                        row.getBoolean("shift_published"),
                        row.getBoolean("only_offered")));
    }
}
