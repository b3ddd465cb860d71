package org.manyhands.signup;

import java.util.Collection;
import java.util.List;
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
}
