package org.manyhands.history;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says in words what ids stand for, as it is called now; what is gone as it was called when it went. Ids of other
 * conferences have no names here.
 */
@Component
class Names {

    private final JdbcClient jdbc;

    Names(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param page where one reads more of it, below {@code /organize}; none for what is gone */
    record Named(String words, @Nullable String page) {}

    Map<UUID, Named> of(ConferencePage conference, Collection<UUID> ids) {
        var names = new HashMap<UUID, Named>();
        jdbc.sql("""
                        select 'shifts' as kind, shift_id as id, role.name, place.name as place,
                               lower(during) as starts_at, upper(during) as ends_at
                        from shift join role using (role_id) join place using (place_id)
                        where shift_id = any(:ids) and shift.conference_id = :conference
                        union all
                        select 'timeslots', timeslot_id, label, null, lower(during), upper(during)
                        from timeslot where timeslot_id = any(:ids) and conference_id = :conference
                        union all
                        select 'roles', role_id, name, null, null, null
                        from role where role_id = any(:ids) and conference_id = :conference
                        union all
                        select 'places', place_id, name, null, null, null
                        from place where place_id = any(:ids) and conference_id = :conference
                        union all
                        select 'volunteers', volunteer_id, name, null, null, null
                        from volunteer where volunteer_id = any(:ids) and conference_id = :conference
                        union all
                        select 'schedule', talk_id, title, null, null, null
                        from talk where talk_id = any(:ids) and conference_id = :conference
                        union all
                        select 'schedule', room_id, name, null, null, null
                        from room where room_id = any(:ids) and conference_id = :conference
                        union all
                        select 'team/members', account_id, email, null, null, null
                        from team_member join account using (account_id)
                        where account_id = any(:ids) and conference_id = :conference
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("conference", conference.id().conferenceId())
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), named(row, conference, row.getString("kind")));
                });
        addGone(
                names,
                conference,
                ids.stream().filter(id -> !names.containsKey(id)).toArray(UUID[]::new));
        return names;
    }

    private void addGone(Map<UUID, Named> names, ConferencePage conference, UUID[] ids) {
        jdbc.sql("""
                        select subject_id as id, coalesce(
                                   detail #>> '{before,name}', detail #>> '{after,name}', detail ->> 'name', role.name,
                                   detail #>> '{before,label}', detail #>> '{before,email}', '') as name,
                               place.name as place, lower(during) as starts_at, upper(during) as ends_at
                        from audit_event
                        left join role on role_id = case action
                            when 'shift.deleted' then (detail #>> '{before,role}')::uuid end
                        left join place on place.place_id = case action
                            when 'shift.deleted' then (detail #>> '{before,place}')::uuid end
                        left join timeslot on timeslot_id = case action
                            when 'shift.deleted' then (detail #>> '{before,timeslot}')::uuid end
                        where subject_id = any(:ids) and audit_event.conference_id = :conference
                          and (action = subject_kind || '.deleted' or action in ('volunteer.registered', 'volunteer.added'))
                        """)
                .param("ids", ids)
                .param("conference", conference.id().conferenceId())
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), named(row, conference, null));
                });
    }

    private static Named named(ResultSet row, ConferencePage conference, @Nullable String kind) throws SQLException {
        var name = row.getString("name");
        var during = row.getTimestamp("starts_at") == null ? null : Rows.range(row, "starts_at", "ends_at");
        return new Named(
                words(conference, name, during, row.getString("place")), page(kind, row.getObject("id", UUID.class)));
    }

    private static String words(
            ConferencePage conference, String name, @Nullable TimeRange during, @Nullable String place) {
        return Stream.of(name, during == null ? "" : conference.times().when(during), place == null ? "" : place)
                .filter(part -> !part.isEmpty())
                .collect(joining(", "));
    }

    private static @Nullable String page(@Nullable String kind, UUID id) {
        return switch (kind) {
            case null -> null;
            case "schedule" -> "/schedule";
            default -> "/" + kind + "/" + id;
        };
    }
}
