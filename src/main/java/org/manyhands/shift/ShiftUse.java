package org.manyhands.shift;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.ConferenceUse;
import org.manyhands.conference.PlaceId;
import org.manyhands.role.RoleId;
import org.manyhands.role.RoleUse;
import org.manyhands.volunteer.DaysOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the floors below what the shifts make of their things. */
@Component
class ShiftUse implements ConferenceUse, RoleUse, DaysOfWork {

    private final JdbcClient jdbc;

    ShiftUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<PlaceId, Integer> shiftsByPlace(ConferenceId conference) {
        return counted(
                "select place_id, count(*) from shift where conference_id = ? group by 1", conference, PlaceId::new);
    }

    @Override
    public Map<RoleId, Integer> shiftsByRole(ConferenceId conference) {
        return counted(
                "select role_id, count(*) from shift where conference_id = ? group by 1", conference, RoleId::new);
    }

    private <I> Map<I, Integer> counted(String sql, ConferenceId conference, Function<UUID, I> id) {
        var counts = new HashMap<I, Integer>();
        jdbc.sql(sql).param(conference.conferenceId()).query(row -> {
            counts.put(id.apply(row.getObject(1, UUID.class)), row.getInt(2));
        });
        return counts;
    }

    @Override
    public int timeslots(ConferenceId conference) {
        return number("select count(*) from timeslot where conference_id = ?", conference);
    }

    @Override
    public Set<LocalDate> of(ConferencePage conference) {
        return jdbc.sql("select distinct (lower(during) at time zone ?)::date from timeslot where conference_id = ?")
                .params(conference.zone().getId(), conference.id().conferenceId())
                .query(LocalDate.class)
                .set();
    }

    @Override
    public SortedMap<LocalDate, Integer> shiftsOutside(
            ConferenceId conference, LocalDate first, LocalDate last, ZoneId zone) {
        var counts = new TreeMap<LocalDate, Integer>();
        jdbc.sql("""
                        select day, count(*) as shifts
                        from shift cross join lateral (select (lower(during) at time zone :zone)::date as day) there
                        where conference_id = :conference and cancelled_at is null and day not between :first and :last
                        group by day
                        """)
                .param("conference", conference.conferenceId())
                .param("zone", zone.getId())
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    counts.put(row.getObject("day", LocalDate.class), row.getInt("shifts"));
                });
        return counts;
    }

    @Override
    public int publishedShifts(ConferenceId conference) {
        return number("select count(*) from shift where conference_id = ? and published", conference);
    }

    private int number(String sql, ConferenceId conference) {
        return jdbc.sql(sql)
                .param(conference.conferenceId())
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int placesTakenUnderLock(ConferenceId conference) {
        return jdbc
                .sql("select taken from shift where conference_id = ? order by shift_id for no key update")
                .param(conference.conferenceId())
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
