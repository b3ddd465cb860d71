package org.manyhands.signup;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks what a change of signups touches, always in the same order, persons before shifts and each ascending, so that
 * no two changes wait for each other.
 */
@Component
class SignupLocks {

    private final JdbcClient jdbc;

    SignupLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID take(VolunteerId volunteer, Collection<ShiftId> shifts) {
        return take(List.of(volunteer), shifts);
    }

    /** Locks the volunteers, then the shifts, all of which must be of one conference; tells which one that is. */
    UUID take(Collection<VolunteerId> volunteers, Collection<ShiftId> shifts) {
        var people =
                volunteers.stream().map(VolunteerId::volunteerId).distinct().toList();
        var conferences = jdbc.sql("""
                        select conference_id from volunteer where volunteer_id in (:ids)
                        order by volunteer_id for no key update
                        """).param("ids", people).query(UUID.class).list();
        if (conferences.size() < people.size()
                || conferences.stream().distinct().count() > 1) {
            throw new NotFound();
        }
        var conference = conferences.getFirst();
        lock(shifts, conference);
        return conference;
    }

    /** Locks what organizers change: the volunteers, if there are any, then the shifts. */
    void hold(Collection<VolunteerId> volunteers, Collection<ShiftId> shifts) {
        hold("volunteer", volunteers.stream().map(VolunteerId::volunteerId).toList());
        hold("shift", shifts.stream().map(ShiftId::shiftId).toList());
    }

    private void hold(String table, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("select %1$s_id from %1$s where %1$s_id in (:ids) order by %1$s_id for no key update"
                            .formatted(table))
                    .param("ids", ids)
                    .query(UUID.class)
                    .list();
        }
    }

    private void lock(Collection<ShiftId> shifts, UUID conference) {
        var ids = shifts.stream().map(ShiftId::shiftId).distinct().toList();
        if (ids.isEmpty()) {
            return;
        }
        var locked = jdbc.sql("""
                        select shift_id from shift where shift_id in (:ids) and conference_id = :conference
                        order by shift_id for no key update
                        """)
                .param("ids", ids)
                .param("conference", conference)
                .query(UUID.class)
                .list();
        if (locked.size() < ids.size()) {
            throw new NotFound();
        }
    }
}
