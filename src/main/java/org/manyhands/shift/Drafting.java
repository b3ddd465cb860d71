package org.manyhands.shift;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Conferences;
import org.manyhands.conference.PlaceId;
import org.manyhands.role.RoleId;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes many shifts at once, as drafts, in few statements; what stands already is used or left as it is. */
@Service
public class Drafting {

    /** Rows that one statement inserts; more save hardly anything. */
    private static final int ROWS_AT_ONCE = 100;

    private final Timeslots timeslots;
    private final Conferences conferences;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    Drafting(Timeslots timeslots, Conferences conferences, EntityManager entities, AuditTrail audit, JdbcClient jdbc) {
        this.timeslots = timeslots;
        this.conferences = conferences;
        this.entities = entities;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** A role at a place for a while: of these there is one shift at most. */
    public record Spot(RoleId role, PlaceId place, TimeRange during) {}

    /**
     * @param made the shifts that are new
     * @param skipped how many of those asked for are not: they stood already, or were asked for twice
     */
    public record Made(Map<Spot, ShiftId> made, int skipped) {}

    /** A shift to be. */
    public record Draft(Spot spot, Need need) {}

    /** A shift to be in a timeslot that is there, whatever others there are at that time. */
    public record Seat(Timeslot slot, RoleId role, PlaceId place, Need need, String note) {}

    @Transactional
    public Made make(ConferencePage conference, Collection<Draft> drafts) {
        hold(conference.id());
        var standing = standing(conference.id());
        var fresh = new LinkedHashMap<Spot, Draft>();
        drafts.stream()
                .filter(draft -> !standing.contains(draft.spot()))
                .forEach(draft -> fresh.putIfAbsent(draft.spot(), draft));
        var slots = slots(conference, fresh.keySet().stream().map(Spot::during).collect(Collectors.toSet()), "");
        var made = add(
                conference,
                fresh.values().stream().map(draft -> seat(draft, slots)).toList());
        var ids = new LinkedHashMap<Spot, ShiftId>();
        var shifts = made.iterator();
        fresh.keySet().forEach(spot -> ids.put(spot, shifts.next()));
        return new Made(ids, drafts.size() - made.size());
    }

    private static Seat seat(Draft draft, Map<TimeRange, Timeslot> slots) {
        var spot = draft.spot();
        return new Seat(Objects.requireNonNull(slots.get(spot.during())), spot.role(), spot.place(), draft.need(), "");
    }

    /** As drafts, in that order; refused by the database where one of them stands already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ShiftId> add(ConferencePage conference, List<Seat> seats) {
        if (seats.isEmpty()) {
            return List.of();
        }
        var handover =
                conferences.findById(conference.id()).orElseThrow(NotFound::new).handover();
        var made = seats.stream().map(seat -> shift(seat, handover)).toList();
        made.forEach(entities::persist);
        entities.flush();
        audit.recordAllAdded(
                "shift",
                conference.id().conferenceId(),
                made.stream().collect(Collectors.toMap(shift -> shift.id().shiftId(), ShiftForm::of)));
        return made.stream().map(Shift::id).toList();
    }

    private static Shift shift(Seat seat, Duration handover) {
        var shift = new Shift(seat.slot(), seat.role(), seat.place(), seat.need(), handover);
        shift.note(seat.note());
        return shift;
    }

    /** The timeslot of that time, made where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public TimeslotId slot(ConferencePage conference, TimeRange during) {
        hold(conference.id());
        return Objects.requireNonNull(slots(conference, Set.of(during), "").get(during))
                .id();
    }

    /** Comes first: two who press at once make nothing twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(ConferenceId conference) {
        entities.unwrap(Session.class).setJdbcBatchSize(ROWS_AT_ONCE);
        jdbc.sql("select conference_id from conference where conference_id = ? for no key update")
                .param(conference.conferenceId())
                .query(UUID.class)
                .single();
    }

    /**
     * The timeslots of these times, made where there are none. Where several of one time are told apart by their labels,
     * the one with this label, else any.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<TimeRange, Timeslot> slots(ConferencePage conference, Set<TimeRange> wanted, String label) {
        var slots = new HashMap<TimeRange, Timeslot>();
        timeslots.findByConferenceId(conference.id()).stream()
                .filter(slot -> wanted.contains(slot.during()))
                .forEach(slot -> slots.merge(
                        slot.during(), slot, (one, other) -> one.label().equals(label) ? one : other));
        var made = wanted.stream()
                .filter(during -> !slots.containsKey(during))
                .map(during -> new Timeslot(conference.id(), label, during))
                .toList();
        made.forEach(entities::persist);
        entities.flush();
        made.forEach(slot -> slots.put(slot.during(), slot));
        audit.recordAllAdded(
                "timeslot",
                conference.id().conferenceId(),
                made.stream()
                        .collect(Collectors.toMap(
                                slot -> slot.id().timeslotId(), slot -> TimeslotForm.of(slot, conference.times()))));
        return slots;
    }

    /** Where the conference has shifts already. */
    public Set<Spot> standing(ConferenceId conference) {
        return jdbc.sql("""
                        select role_id, place_id, lower(during) as starts_at, upper(during) as ends_at
                        from shift where conference_id = ?
                        """)
                .param(conference.conferenceId())
                .query((row, number) -> new Spot(
                        new RoleId(row.getObject("role_id", UUID.class)),
                        new PlaceId(row.getObject("place_id", UUID.class)),
                        Rows.range(row, "starts_at", "ends_at")))
                .set();
    }
}
