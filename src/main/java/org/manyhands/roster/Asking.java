package org.manyhands.roster;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Ids;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftsInSight;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks volunteers by mail to take a shift: whoever presses first has it, by the one way onto a shift. */
@Service
class Asking {

    private final ShiftsInSight sight;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Asking(ShiftsInSight sight, JdbcClient jdbc, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.sight = sight;
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Leaves out who cannot be reached, is on it, was asked for it within a day, or said no; the database guards the
     * day. A shift that has begun can be taken by nobody.
     *
     * @return how many are asked
     */
    @RetriedOnConflict
    @Transactional
    int ask(ConferenceId conference, RolesInSight roles, ShiftId shift, Collection<VolunteerId> volunteers) {
        sight.require(conference, roles, shift);
        var people =
                volunteers.stream().distinct().map(VolunteerId::volunteerId).toArray(UUID[]::new);
        var asked = jdbc.sql("""
                        insert into shift_ask (shift_ask_id, conference_id, shift_id, volunteer_id, asked_at)
                        select shift_ask_id, conference_id, shift_id, volunteer_id, :now
                        from unnest(:ids::uuid[], :volunteers::uuid[]) as new (shift_ask_id, volunteer_id)
                        join volunteer using (volunteer_id) join shift using (conference_id)
                        where shift_id = :shift and account_id is not null and published and lower(during) > :now
                          and not exists (
                              select from signup where signup.shift_id = shift.shift_id
                                and signup.volunteer_id = volunteer.volunteer_id and state in ('CONFIRMED', 'OFFERED'))
                          and not exists (
                              select from shift_ask said where said.shift_id = shift.shift_id
                                and said.volunteer_id = volunteer.volunteer_id and declined_at is not null)
                        order by volunteer_id
                        on conflict do nothing returning shift_ask_id, volunteer_id
                        """)
                .param("ids", Stream.generate(Ids::next).limit(people.length).toArray(UUID[]::new))
                .param("volunteers", people)
                .param("shift", shift.shiftId())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new Asked(row.getObject("shift_ask_id", UUID.class), row.getObject("volunteer_id", UUID.class)))
                .list();
        if (!asked.isEmpty()) {
            audit.record(
                    "shift.people-asked",
                    "shift",
                    shift.shiftId(),
                    conference.conferenceId(),
                    Map.of("volunteers", asked.stream().map(Asked::volunteer).toList()));
            asked.forEach(each -> events.publishEvent(new AskedToHelp(each.ask())));
        }
        return asked.size();
    }

    private record Asked(UUID ask, UUID volunteer) {}

    /** Once is enough; whether it was theirs to answer. */
    @RetriedOnConflict
    @Transactional
    boolean decline(UUID ask, VolunteerId volunteer) {
        var shift = jdbc.sql("""
                        update shift_ask set declined_at = coalesce(declined_at, :now)
                        where shift_ask_id = :ask and volunteer_id = :volunteer returning shift_id, conference_id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("ask", ask)
                .param("volunteer", volunteer.volunteerId())
                .query((row, number) ->
                        List.of(row.getObject("shift_id", UUID.class), row.getObject("conference_id", UUID.class)))
                .optional();
        shift.ifPresent(of -> audit.record(
                "shift.ask-declined",
                "shift",
                of.getFirst(),
                of.getLast(),
                Map.of("volunteer", volunteer.volunteerId())));
        return shift.isPresent();
    }
}
