package org.manyhands.roster;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.schedule.Talks;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.DayAsked;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the shifts of a conference, drafts included and cancelled ones not, with the people on them. */
@Component
class Roster {

    private final JdbcClient jdbc;

    Roster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A shift, whoever is on it.
     *
     * @param coveredBy the role that stands in where nobody took it
     * @param reservedFor for whom places are held without a person
     */
    record Line(
            ShiftId id,
            TimeRange during,
            String timeslot,
            String role,
            @Nullable String coveredBy,
            PlaceId placeId,
            String place,
            Staffing staffing,
            String reservedFor,
            String note,
            boolean published) {

        /** Whether it opens without anybody of its own. */
        public boolean isCovered() {
            return coveredBy != null && staffing.occupied() == 0;
        }
    }

    /** A place on a shift; of nobody's where the shift has nobody. */
    private record Taken(Line shift, Optional<Held> place) {}

    /** A place of somebody's, who may not have said yes to it yet. */
    record Held(Person person, boolean onlyOffered) {}

    /** A shift and its people, in the order in which they signed up. */
    record Entry(Line shift, List<Held> people) {

        Talks.Spot spot() {
            return new Talks.Spot(shift.placeId(), shift.during());
        }
    }

    /** How many shifts of a role a day has. */
    record Choice(LocalDate day, RoleChoice role, int shifts) {}

    record RoleChoice(String name, String slug) implements Comparable<RoleChoice> {

        @Override
        public int compareTo(RoleChoice other) {
            return Comparator.comparing(RoleChoice::name)
                    .thenComparing(RoleChoice::slug)
                    .compare(this, other);
        }
    }

    List<Entry> entries(ConferencePage conference, RosterFilter filter, RolesInSight inSight) {
        var people = jdbc.sql("""
                        select shift.shift_id, lower(shift.during) as starts_at, upper(shift.during) as ends_at, label,
                               role.name as role, cover.name as covered_by, place_id, place.name as place,
                               reserved_for, note, published, state = 'OFFERED' as only_offered, %s, %s
                        from shift join timeslot using (timeslot_id)
                        join role using (role_id) join place using (place_id)
                        left join role cover on cover.role_id = role.covered_by
                        left join signup on signup.shift_id = shift.shift_id and state in ('CONFIRMED', 'OFFERED')
                        left join volunteer using (volunteer_id) left join account using (account_id)
                        where shift.conference_id = :conference and cancelled_at is null
                          and %s
                          and (:role::text is null or role.slug = :role)
                          and (:roles::uuid[] is null or role.role_id = any(:roles))
                          and (:q::text is null or exists (
                              select from signup sought join volunteer using (volunteer_id) left join account using (account_id)
                              where sought.shift_id = shift.shift_id and sought.state in ('CONFIRMED', 'OFFERED') and %s))
                        order by lower(shift.during), upper(shift.during), role.name, place.name, shift_id, place_in_line
                        """.formatted(Staffing.COLUMNS, Person.COLUMNS, DayAsked.IS_OF_SHIFT, Person.SOUGHT))
                .param("conference", conference.id().conferenceId())
                .params(filter.dayAsked().params(conference.zone()))
                .param("role", filter.role())
                .param("roles", inSight.forSql())
                .param("q", filter.q())
                .query((row, number) -> new Taken(line(row), held(row)))
                .list();
        return people.stream()
                .collect(groupingBy(
                        Taken::shift, LinkedHashMap::new, flatMapping(taken -> taken.place().stream(), toList())))
                .entrySet()
                .stream()
                .map(shift -> new Entry(shift.getKey(), shift.getValue()))
                .toList();
    }

    /** The days and roles that the roster can be narrowed to. */
    List<Choice> choices(ConferencePage conference, RolesInSight inSight) {
        return jdbc.sql("""
                        select (lower(during) at time zone :zone)::date as day, name as role, slug, count(*) as shifts
                        from shift join role using (role_id)
                        where shift.conference_id = :conference and cancelled_at is null
                          and (:roles::uuid[] is null or role.role_id = any(:roles))
                        group by day, role.role_id order by day, name
                        """)
                .param("zone", conference.zone().getId())
                .param("conference", conference.id().conferenceId())
                .param("roles", inSight.forSql())
                .query((row, number) -> new Choice(
                        row.getObject("day", LocalDate.class),
                        new RoleChoice(row.getString("role"), row.getString("slug")),
                        row.getInt("shifts")))
                .list();
    }

    private static Optional<Held> held(ResultSet row) throws SQLException {
        var onlyOffered = row.getBoolean("only_offered");
        return Person.in(row).map(person -> new Held(person, onlyOffered));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                ShiftId.of(row.getString("shift_id")),
                Rows.range(row, "starts_at", "ends_at"),
                row.getString("label"),
                row.getString("role"),
                row.getString("covered_by"),
                PlaceId.of(row.getString("place_id")),
                row.getString("place"),
                Staffing.in(row),
                row.getString("reserved_for"),
                row.getString("note"),
                row.getBoolean("published"));
    }
}
