package org.manyhands.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.DayAsked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who helps, by name: for the sheet at the desk and for the badges. */
@Component
class Helpers {

    private final JdbcClient jdbc;

    Helpers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody, and what they do. */
    record Helper(String name, List<Line> shifts) {}

    record Line(TimeRange during, String role, String place) {}

    /** A label to wear. */
    record Badge(String name, String pronouns, String roles) {

        /** Whether it takes smaller letters to stay on a label. */
        public boolean isLong() {
            return name.length() > 18;
        }
    }

    /** Those who have shifts, as one looks for them at the desk: by name. */
    List<Helper> byName(ConferencePage conference, RolesInSight roles, SheetAsked asked) {
        var lines = new LinkedHashMap<String, List<Line>>();
        var names = new LinkedHashMap<String, String>();
        jdbc.sql("""
                        select volunteer_id, volunteer.name, lower(shift.during) as starts_at, upper(shift.during) as ends_at,
                               role.name as role, place.name as place
                        from signup join shift using (shift_id) join role using (role_id) join place using (place_id)
                        join volunteer using (volunteer_id)
                        where shift.conference_id = :conference and state = 'CONFIRMED'
                          and (:roles::uuid[] is null or role_id = any(:roles))
                          and (:place::text is null or place.slug = :place) and %s
                        order by lower(volunteer.name), volunteer_id, lower(shift.during)
                        """.formatted(DayAsked.IS_OF_SHIFT))
                .param("conference", conference.id().conferenceId())
                .param("roles", roles.forSql())
                .param("place", asked.place())
                .params(asked.dayAsked().params(conference.zone()))
                .query(row -> {
                    var id = row.getString("volunteer_id");
                    names.put(id, row.getString("name"));
                    lines.computeIfAbsent(id, any -> new ArrayList<>())
                            .add(new Line(
                                    Rows.range(row, "starts_at", "ends_at"),
                                    row.getString("role"),
                                    row.getString("place")));
                });
        return names.entrySet().stream()
                .map(each -> new Helper(each.getValue(), lines.getOrDefault(each.getKey(), List.of())))
                .toList();
    }

    /** Of everybody who has a shift, by name. */
    List<Badge> badges(ConferencePage conference, RolesInSight roles) {
        return jdbc.sql("""
                        select volunteer.name, pronouns, string_agg(distinct role.name, ', ' order by role.name) as roles
                        from signup join shift using (shift_id) join role using (role_id) join volunteer using (volunteer_id)
                        where shift.conference_id = :conference and state = 'CONFIRMED'
                          and (:roles::uuid[] is null or role_id = any(:roles))
                        group by volunteer_id, volunteer.name, pronouns order by lower(volunteer.name), volunteer_id
                        """)
                .param("conference", conference.id().conferenceId())
                .param("roles", roles.forSql())
                .query((row, number) ->
                        new Badge(row.getString("name"), row.getString("pronouns"), row.getString("roles")))
                .list();
    }
}
