package org.manyhands.roster;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who takes over from whom: who is on the next shift of the same role at the same place. */
@Component
class Successors {

    private final JdbcClient jdbc;

    Successors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next shift there.
     *
     * @param people their names, and for whom places are held without a person
     */
    record Next(ShiftId id, TimeRange during, List<String> people) {

        /** What still counts as one after the other. */
        private static final Duration PAUSE = Duration.ofMinutes(30);

        /** Whether it takes over from one that ends then, rather than begin some time later. */
        public boolean follows(Instant end) {
            return !during.start().isAfter(end.plus(PAUSE));
        }
    }

    Map<ShiftId, Next> after(Collection<Roster.Entry> entries) {
        return afterThese(entries.stream().map(entry -> entry.shift().id()).toList());
    }

    /** In one statement; nothing for those after which there is none within half a day. */
    Map<ShiftId, Next> afterThese(Collection<ShiftId> shifts) {
        return jdbc
                .sql("""
                        select this.shift_id as this_id, next.shift_id, lower(next.during) as starts_at,
                               upper(next.during) as ends_at, array(
                                   select name from signup join volunteer using (volunteer_id)
                                   where signup.shift_id = next.shift_id and state = 'CONFIRMED' order by place_in_line)
                               || case when next.reserved > 0
                                   then array[coalesce(nullif(next.reserved_for, ''), 'places held')] else '{}' end as people
                        from shift this join lateral (
                            select shift_id, during, reserved, reserved_for from shift
                            where shift.place_id = this.place_id and shift.role_id = this.role_id and published
                              and lower(shift.during) >= upper(this.busy)
                              and lower(shift.during) < upper(this.during) + interval '12 hours'
                            order by lower(shift.during), shift_id limit 1) next on true
                        where this.shift_id = any(:shifts)
                        """)
                .param("shifts", shifts.stream().map(ShiftId::shiftId).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        ShiftId.of(row.getString("this_id")),
                        new Next(
                                ShiftId.of(row.getString("shift_id")),
                                Rows.range(row, "starts_at", "ends_at"),
                                List.of((String[]) row.getArray("people").getArray()))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
