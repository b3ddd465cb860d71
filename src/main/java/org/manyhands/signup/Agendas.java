package org.manyhands.signup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.PlaceId;
import org.manyhands.schedule.Talk;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what volunteers' days hold already. */
@Component
class Agendas {

    private final JdbcClient jdbc;

    Agendas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(Agenda.@Nullable Held held, Agenda.@Nullable Starred starred) {}

    /** @param insteadOf a shift of theirs that they would give */
    Agenda of(VolunteerId volunteer, @Nullable ShiftId insteadOf) {
        var rows = jdbc.sql("""
                        select shift_id, role.name, lower(shift.during) as starts_at, upper(shift.during) as ends_at,
                               lower(signup.busy) as busy_from, upper(signup.busy) as busy_until, null::uuid[] as places
                        from signup join shift using (shift_id) join role using (role_id)
                        where volunteer_id = :volunteer and state in ('CONFIRMED', 'OFFERED')
                          and shift_id is distinct from :instead::uuid
                        union all
                        select null, title, starts_at, ends_at, starts_at, ends_at, %s
                        from star join talk using (talk_id)
                        where volunteer_id = :volunteer and gone_at is null and blocks and not isempty(during)
                        order by starts_at, name
                        """.formatted(Talk.PLACES))
                .param("volunteer", volunteer.volunteerId())
                .param("instead", insteadOf == null ? null : insteadOf.shiftId())
                .query((row, number) -> row(row))
                .list();
        return new Agenda(those(rows, Row::held), those(rows, Row::starred));
    }

    /**
     * Everybody's who holds or starred something, in one statement.
     *
     * @param near of starred talks, only those that are on then
     */
    Map<VolunteerId, Agenda> ofEverybody(ConferenceId conference, TimeRange near) {
        var rows = jdbc.sql("""
                        with near as materialized (
                            select talk_id, title, starts_at, ends_at, %s as places from talk
                            where conference_id = :conference and gone_at is null and blocks
                              and during && tstzrange(:from, :to))
                        select volunteer_id, shift_id, role.name, lower(shift.during) as starts_at,
                               upper(shift.during) as ends_at, lower(signup.busy) as busy_from,
                               upper(signup.busy) as busy_until, null::uuid[] as places
                        from signup join shift using (shift_id) join role using (role_id)
                        where signup.conference_id = :conference and state in ('CONFIRMED', 'OFFERED')
                        union all
                        select volunteer_id, null, title, starts_at, ends_at, starts_at, ends_at, places
                        from star join near using (talk_id)
                        order by starts_at, name
                        """.formatted(Talk.PLACES))
                .param("conference", conference.conferenceId())
                .param("from", Timestamp.from(near.start()))
                .param("to", Timestamp.from(near.end()))
                .query((row, number) -> Map.entry(new VolunteerId(row.getObject("volunteer_id", UUID.class)), row(row)))
                .list();
        var theirs = rows.stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return theirs.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        each -> new Agenda(those(each.getValue(), Row::held), those(each.getValue(), Row::starred))));
    }

    private static <T> List<T> those(List<Row> rows, Function<Row, @Nullable T> which) {
        return rows.stream().map(which).flatMap(Stream::ofNullable).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        var shift = row.getObject("shift_id", UUID.class);
        var name = row.getString("name");
        var during = Rows.range(row, "starts_at", "ends_at");
        return shift == null
                ? new Row(null, new Agenda.Starred(name, during, places(row)))
                : new Row(
                        new Agenda.Held(new ShiftId(shift), name, during, Rows.range(row, "busy_from", "busy_until")),
                        null);
    }

    private static Set<PlaceId> places(ResultSet row) throws SQLException {
        return Stream.of((UUID[]) row.getArray("places").getArray())
                .map(PlaceId::new)
                .collect(Collectors.toSet());
    }
}
