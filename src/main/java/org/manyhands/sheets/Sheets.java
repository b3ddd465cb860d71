package org.manyhands.sheets;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is printed, of published shifts: names, and nothing by which to reach anybody, for paper lies about. */
@Component
class Sheets {

    private final JdbcClient jdbc;

    Sheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A published shift.
     *
     * @param held for whom places are held without a person, or nothing
     * @param coveredBy the role that stands in where nobody is there
     */
    record Shift(
            ShiftId id,
            TimeRange during,
            String role,
            PlaceId placeId,
            String place,
            String note,
            int reserved,
            String held,
            @Nullable String coveredBy) {

        Talks.Spot spot() {
            return new Talks.Spot(placeId, during);
        }
    }

    /** A shift, and those who have it, by name. */
    record Staffed(Shift shift, List<String> people) {}

    /** A place on a day. */
    record Spot(LocalDate day, String place) {}

    /** A place on a day that has shifts. */
    record Choice(LocalDate day, String place, String slug) {}

    /** By day, place and time. */
    LinkedHashMap<Spot, List<Staffed>> roster(ConferencePage conference, RolesInSight roles, SheetAsked asked) {
        return staffed(conference, roles, asked, "true").stream()
                .collect(groupingBy(
                        each -> new Spot(
                                conference.times().date(each.shift().during().start()),
                                each.shift().place()),
                        LinkedHashMap::new,
                        toList()));
    }

    /** The shifts of a role, or of those that are on stage. */
    List<Staffed> onStage(ConferencePage conference, RolesInSight roles, SheetAsked asked) {
        return staffed(conference, roles, asked, "(:role::text is not null or 'ON_STAGE' = any(role.traits))");
    }

    private record Taken(Shift shift, Optional<String> name) {}

    private List<Staffed> staffed(ConferencePage conference, RolesInSight roles, SheetAsked asked, String which) {
        return jdbc
                .sql("""
                        select shift.shift_id, lower(shift.during) as starts_at, upper(shift.during) as ends_at, role.name as role,
                               place_id, place.name as place, shift.note, reserved, reserved_for, cover.name as covered_by,
                               volunteer.name as volunteer
                        from shift join role using (role_id) join place using (place_id)
                        left join role cover on cover.role_id = role.covered_by
                        left join (signup join volunteer using (volunteer_id))
                            on signup.shift_id = shift.shift_id and state = 'CONFIRMED'
                        where shift.conference_id = :conference and published
                          and (:roles::uuid[] is null or shift.role_id = any(:roles))
                          and (:place::text is null or place.slug = :place)
                          and (:role::text is null or role.slug = :role)
                          and %s and %s
                        order by (lower(shift.during) at time zone :zone)::date, place.name, place_id, lower(shift.during),
                                 upper(shift.during), role.name, shift.shift_id, lower(volunteer.name), volunteer_id
                        """.formatted(DayAsked.IS_OF_SHIFT, which))
                .param("conference", conference.id().conferenceId())
                .param("roles", roles.forSql())
                .param("place", asked.place())
                .param("role", asked.role())
                .param("zone", conference.zone().getId())
                .params(asked.dayAsked().params(conference.zone()))
                .query((row, number) -> new Taken(shift(row), Optional.ofNullable(row.getString("volunteer"))))
                .list()
                .stream()
                .collect(groupingBy(
                        Taken::shift, LinkedHashMap::new, flatMapping(each -> each.name().stream(), toList())))
                .entrySet()
                .stream()
                .map(each -> new Staffed(each.getKey(), each.getValue()))
                .toList();
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                ShiftId.of(row.getString("shift_id")),
                Rows.range(row, "starts_at", "ends_at"),
                row.getString("role"),
                PlaceId.of(row.getString("place_id")),
                row.getString("place"),
                row.getString("note"),
                row.getInt("reserved"),
                row.getString("reserved_for"),
                row.getString("covered_by"));
    }

    /** The days that have published shifts, each with its places. */
    List<Choice> choices(ConferencePage conference, RolesInSight roles) {
        return jdbc.sql("""
                        select distinct (lower(during) at time zone :zone)::date as day, place.name as place, slug
                        from shift join place using (place_id)
                        where shift.conference_id = :conference and published
                          and (:roles::uuid[] is null or role_id = any(:roles))
                        order by day, place, slug
                        """)
                .param("zone", conference.zone().getId())
                .param("conference", conference.id().conferenceId())
                .param("roles", roles.forSql())
                .query((row, number) -> new Choice(
                        row.getObject("day", LocalDate.class), row.getString("place"), row.getString("slug")))
                .list();
    }
}
