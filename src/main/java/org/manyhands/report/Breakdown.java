package org.manyhands.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.signup.Worked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads hours, places and no-shows by role and by day, in one statement. */
@Component
class Breakdown {

    private final JdbcClient jdbc;

    Breakdown(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A role, or a day, and what became of it. */
    record Row(String name, Tally tally) {}

    /** What a role did on a day. */
    record Cell(String role, LocalDate day, Tally tally) {}

    /** All that the report says by role and by day. */
    record Whole(List<Row> byRole, List<Row> byDay, Tally inAll) {

        static Whole of(List<Cell> cells, Function<LocalDate, String> day) {
            return new Whole(
                    rows(cells, Cell::role, Function.identity()),
                    rows(cells, Cell::day, day),
                    cells.stream().map(Cell::tally).reduce(Tally.NOTHING, Tally::plus));
        }

        private static <K extends Comparable<? super K>> List<Row> rows(
                List<Cell> cells, Function<Cell, K> key, Function<K, String> words) {
            var rows = cells.stream()
                    .collect(groupingBy(key, TreeMap::new, reducing(Tally.NOTHING, Cell::tally, Tally::plus)));
            return rows.entrySet().stream()
                    .map(row -> new Row(words.apply(row.getKey()), row.getValue()))
                    .toList();
        }
    }

    /** Of the published shifts; who only waits, or has not said yes to an offer, has taken none. */
    Whole of(ConferencePage conference, RolesInSight sight) {
        var cells = jdbc.sql("""
                        with done as (
                            select shift_id, count(*) as people, sum(%s) as planned, sum(%s) as worked,
                                   count(*) filter (where attendance = 'NO_SHOW') as no_shows
                            from signup join shift using (shift_id)
                            where signup.conference_id = :conference and state = 'CONFIRMED'
                            group by shift_id)
                        select role.name as role, (lower(during) at time zone :zone)::date as day, count(*) as shifts,
                               sum(wanted) as wanted, sum(least(coalesce(people, 0) + reserved, wanted)) as taken,
                               coalesce(sum(no_shows), 0) as no_shows,
                               coalesce(extract(epoch from sum(planned)), 0)::bigint as planned,
                               coalesce(extract(epoch from sum(worked)), 0)::bigint as worked
                        from shift join role using (role_id) left join done using (shift_id)
                        where shift.conference_id = :conference and published
                          and (:roles::uuid[] is null or role_id = any(:roles))
                        group by role.role_id, day
                        """.formatted(Worked.PLANNED, Worked.TIME))
                .param("conference", conference.id().conferenceId())
                .param("zone", conference.zone().getId())
                .param("roles", sight.forSql())
                .query(Breakdown::cell)
                .list();
        return Whole.of(cells, day -> conference.times().day(day));
    }

    private static Cell cell(ResultSet row, int number) throws SQLException {
        return new Cell(
                row.getString("role"),
                row.getObject("day", LocalDate.class),
                new Tally(
                        row.getInt("shifts"),
                        row.getInt("wanted"),
                        row.getInt("taken"),
                        Duration.ofSeconds(row.getLong("planned")),
                        Duration.ofSeconds(row.getLong("worked")),
                        row.getInt("no_shows")));
    }
}
