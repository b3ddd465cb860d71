package org.manyhands.signup;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.manyhands.shift.PeopleOnShifts;
import org.manyhands.shift.ShiftId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names the people on shifts to the floor below, which must not change shifts under them. */
@Component
class NamesOnShifts implements PeopleOnShifts {

    private final JdbcClient jdbc;

    NamesOnShifts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> namesOn(Collection<ShiftId> shifts) {
        if (shifts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select volunteer.name from signup join volunteer using (volunteer_id)
                        where shift_id in (:shifts) and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
                        group by volunteer.volunteer_id order by min(place_in_line)
                        """)
                .param("shifts", shifts.stream().map(ShiftId::shiftId).toList())
                .query(String.class)
                .list();
    }

    @Override
    public List<String> holdersOf(ShiftId shift) {
        return jdbc.sql("""
                        select volunteer.name from signup join volunteer using (volunteer_id)
                        where shift_id = ? and state in ('CONFIRMED', 'OFFERED') order by place_in_line
                        """).param(shift.shiftId()).query(String.class).list();
    }

    @Override
    public Set<ShiftId> onRecord(Collection<ShiftId> shifts) {
        return jdbc.sql("""
                        select shift_id from shift
                        where shift_id = any (:shifts)
                          and (exists (select from signup where signup.shift_id = shift.shift_id)
                               or exists (select from signup where conflict_shift_id = shift.shift_id)
                               or exists (select from swap_offer where wanted_shift_id = shift.shift_id))
                        """)
                .param("shifts", shifts.stream().map(ShiftId::shiftId).toArray(UUID[]::new))
                .query((row, number) -> new ShiftId(row.getObject("shift_id", UUID.class)))
                .set();
    }
}
