package org.manyhands.roster;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.schedule.Talks;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the shifts that are on or begin soon, and who of their people is there. */
@Component
class NowRoster {

    /** How far ahead somebody is expected soon. */
    static final Duration SOON = Duration.ofHours(2);

    private final JdbcClient jdbc;

    NowRoster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param coveredBy the role that stands in where nobody took it */
    record Line(
            ShiftId id,
            TimeRange during,
            int arriveEarlyMinutes,
            String role,
            @Nullable String coveredBy,
            PlaceId placeId,
            String place,
            Staffing staffing,
            String reservedFor) {

        Talks.Spot spot() {
            return new Talks.Spot(placeId, during);
        }

        public boolean isCovered() {
            return coveredBy != null && staffing.occupied() == 0;
        }

        public Instant arriveAt() {
            return during.start().minus(Duration.ofMinutes(arriveEarlyMinutes));
        }
    }

    /** Where somebody with a place on a shift is, as far as the desk wrote it down. */
    enum Attendance {
        EXPECTED,
        ARRIVED,
        DONE,
        NO_SHOW
    }

    /** @param note what the desk wrote on it, or nothing */
    record Presence(
            Person person,
            boolean onlyOffered,
            Attendance attendance,
            @Nullable Instant arrivedAt,
            String note) {

        public boolean isHere() {
            return attendance == Attendance.ARRIVED;
        }

        public boolean isAwaited() {
            return attendance == Attendance.EXPECTED && !onlyOffered;
        }
    }

    /** A shift and its people. */
    record Entry(Line shift, List<Presence> people) {

        boolean hasBegun(Instant now) {
            return !shift.during().start().isAfter(now);
        }
    }

    private record Row(Line shift, Optional<Presence> person) {}

    /** Soonest first. */
    List<Entry> around(Instant now, ConferenceId conference, RolesInSight roles) {
        var rows = jdbc.sql("""
                        select shift.shift_id, lower(shift.during) as starts_at, upper(shift.during) as ends_at,
                               role.arrive_early_minutes, role.name as role, cover.name as covered_by, place_id,
                               place.name as place, reserved_for, state, attendance, arrived_at, attendance_note, %s, %s
                        from shift join role using (role_id) join place using (place_id)
                        left join role cover on cover.role_id = role.covered_by
                        left join signup on signup.shift_id = shift.shift_id and state in ('CONFIRMED', 'OFFERED')
                        left join volunteer using (volunteer_id) left join account using (account_id)
                        where shift.conference_id = :conference and published
                          and lower(shift.during) <= :soon and upper(shift.during) > :now
                          and (:roles::uuid[] is null or shift.role_id = any(:roles))
                        order by lower(shift.during), upper(shift.during), role.name, place.name, shift_id, place_in_line
                        """.formatted(Staffing.COLUMNS, Person.COLUMNS))
                .param("conference", conference.conferenceId())
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(SOON)))
                .param("roles", roles.forSql())
                .query((row, number) -> new Row(line(row), presence(row)))
                .list();
        return rows.stream()
                .collect(
                        groupingBy(Row::shift, LinkedHashMap::new, flatMapping(row -> row.person().stream(), toList())))
                .entrySet()
                .stream()
                .map(shift -> new Entry(shift.getKey(), shift.getValue()))
                .toList();
    }

    private static Optional<Presence> presence(ResultSet row) throws SQLException {
        var person = Person.in(row);
        return person.isEmpty()
                ? Optional.empty()
                : Optional.of(new Presence(
                        person.get(),
                        row.getString("state").equals("OFFERED"),
                        Attendance.valueOf(row.getString("attendance")),
                        Rows.instant(row, "arrived_at"),
                        row.getString("attendance_note")));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                ShiftId.of(row.getString("shift_id")),
                Rows.range(row, "starts_at", "ends_at"),
                row.getInt("arrive_early_minutes"),
                row.getString("role"),
                row.getString("covered_by"),
                PlaceId.of(row.getString("place_id")),
                row.getString("place"),
                Staffing.in(row),
                row.getString("reserved_for"));
    }
}
