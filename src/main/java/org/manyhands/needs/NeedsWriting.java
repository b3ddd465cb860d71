package org.manyhands.needs;

import static java.util.stream.Collectors.toMap;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shift.Drafting;
import org.manyhands.shift.Need;
import org.manyhands.shift.PeopleInTheWay;
import org.manyhands.shift.PeopleOnShifts;
import org.manyhands.shift.RoomMade;
import org.manyhands.shift.Shift;
import org.manyhands.shift.ShiftForm;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and removes many shifts in few statements; those with people on them only as far as it harms nobody. */
@Component
class NeedsWriting {

    private final Drafting drafting;
    private final Shifts shifts;
    private final PeopleOnShifts people;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    NeedsWriting(
            Drafting drafting,
            Shifts shifts,
            PeopleOnShifts people,
            EntityManager entities,
            JdbcClient jdbc,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.drafting = drafting;
        this.shifts = shifts;
        this.people = people;
        this.entities = entities;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    /** What is to be done to shifts that this transaction has locked; what people stand against is taken out of it. */
    static final class Changes {

        private final List<Drafting.Seat> seats = new ArrayList<>();
        private final Map<Shift, Need> needs = new LinkedHashMap<>();
        private final List<Shift> removals = new ArrayList<>();

        void add(Drafting.Seat seat) {
            seats.add(seat);
        }

        /** @param need none to remove it */
        void set(Shift locked, Optional<Need> need) {
            need.ifPresentOrElse(there -> needs.put(locked, there), () -> removals.add(locked));
        }

        int made() {
            return seats.size();
        }

        int changed() {
            return needs.size();
        }

        int removed() {
            return removals.size();
        }
    }

    /** @return the shifts that stay as they are, because of the people on them */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<ShiftId, FormRefusal> write(ConferencePage conference, Changes changes) {
        var inTheWay = new HashMap<ShiftId, FormRefusal>();
        changes.needs.forEach(
                (shift, need) -> squeezed(shift, need).ifPresent(refusal -> inTheWay.put(shift.id(), refusal)));
        inTheWay.putAll(onRecord(changes.removals));
        changes.needs.keySet().removeIf(shift -> inTheWay.containsKey(shift.id()));
        changes.removals.removeIf(shift -> inTheWay.containsKey(shift.id()));
        remove(conference, changes.removals);
        change(conference, changes.needs);
        drafting.add(conference, changes.seats);
        return inTheWay;
    }

    private Optional<FormRefusal> squeezed(Shift shift, Need need) {
        var occupied = shift.taken() + shift.reserved();
        if (need.maximum() == null || need.maximum() >= occupied) {
            return Optional.empty();
        }
        var names = people.holdersOf(shift.id());
        return Optional.of(new FormRefusal(
                "", "needs.squeezed", PeopleInTheWay.inWords(names), names.size(), shift.reserved(), occupied));
    }

    private Map<ShiftId, FormRefusal> onRecord(List<Shift> removals) {
        var refusals = new HashMap<ShiftId, FormRefusal>();
        var onRecord = people.onRecord(removals.stream().map(Shift::id).toList());
        for (var shift : removals) {
            if (onRecord.contains(shift.id()) || shift.reserved() > 0) {
                var names = people.namesOn(List.of(shift.id()));
                refusals.put(
                        shift.id(),
                        new FormRefusal(
                                "",
                                names.isEmpty() && shift.reserved() == 0 ? "needs.had-people" : "needs.has-people",
                                PeopleInTheWay.inWords(names),
                                names.size(),
                                shift.reserved()));
            }
        }
        return refusals;
    }

    private void remove(ConferencePage conference, List<Shift> removals) {
        audit.recordAll(
                "shift.deleted",
                "shift",
                conference.id().conferenceId(),
                removals.stream().collect(toMap(NeedsWriting::id, shift -> Map.of("before", ShiftForm.of(shift)))));
        if (!removals.isEmpty()) {
            shifts.deleteAllOf(removals.stream().map(Shift::id).toList());
        }
    }

    private void change(ConferencePage conference, Map<Shift, Need> needs) {
        if (needs.isEmpty()) {
            return;
        }
        var before = needs.keySet().stream().collect(toMap(NeedsWriting::id, ShiftForm::of));
        update(needs);
        audit.recordAll(
                "shift.changed",
                "shift",
                conference.id().conferenceId(),
                needs.keySet().stream()
                        .collect(toMap(
                                NeedsWriting::id,
                                shift -> Map.of("before", before.get(id(shift)), "after", ShiftForm.of(shift)))));
        events.publishEvent(new RoomMade(needs.keySet().stream().map(Shift::id).toList()));
    }

    /** In one statement: Hibernate sends each dynamic update by itself. */
    private void update(Map<Shift, Need> needs) {
        needs.forEach((shift, need) -> {
            entities.detach(shift);
            shift.needs(need);
        });
        jdbc.sql("""
                        update shift set minimum = new.minimum, wanted = new.wanted, capacity = new.capacity,
                                         version = version + 1
                        from unnest(:ids::uuid[], :minimum::int[], :wanted::int[], :maximum::int[])
                             as new (id, minimum, wanted, capacity)
                        where shift_id = new.id
                        """)
                .param("ids", needs.keySet().stream().map(NeedsWriting::id).toArray(UUID[]::new))
                .param("minimum", needs.values().stream().map(Need::minimum).toArray(Integer[]::new))
                .param("wanted", needs.values().stream().map(Need::wanted).toArray(Integer[]::new))
                .param("maximum", needs.values().stream().map(Need::maximum).toArray(Integer[]::new))
                .update();
    }

    private static UUID id(Shift shift) {
        return shift.id().shiftId();
    }
}
