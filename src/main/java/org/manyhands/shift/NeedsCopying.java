package org.manyhands.shift;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.PlaceId;
import org.manyhands.role.RoleId;
import org.manyhands.shared.TimeRange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Copies what one conference needs to another: timeslots, and shifts as drafts, without the people and places held for some. */
@Service
public class NeedsCopying {

    private final Timeslots timeslots;
    private final Shifts shifts;
    private final Drafting drafting;
    private final EntityManager entities;
    private final AuditTrail audit;

    NeedsCopying(Timeslots timeslots, Shifts shifts, Drafting drafting, EntityManager entities, AuditTrail audit) {
        this.timeslots = timeslots;
        this.shifts = shifts;
        this.drafting = drafting;
        this.entities = entities;
        this.audit = audit;
    }

    /** @param leftOut timeslots for which the other conference has no day */
    public record Copied(int timeslots, int shifts, int leftOut) {}

    /**
     * Without cancelled shifts.
     *
     * @param when the other conference's time for one of this, if it has one
     * @param roles the other conference's, by those of this one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Copied copy(
            ConferencePage from,
            ConferencePage to,
            Function<TimeRange, Optional<TimeRange>> when,
            Map<RoleId, RoleId> roles,
            Map<PlaceId, PlaceId> places) {
        drafting.hold(to.id());
        var earlier = timeslots.findByConferenceId(from.id());
        var slots = slots(to, earlier, when);
        var seats = new LinkedHashMap<Held, Drafting.Seat>();
        for (var shift : shifts.findByConferenceIdAndCancelledAtIsNull(from.id())) {
            var slot = slots.get(shift.timeslotId());
            if (slot != null) {
                var role = Objects.requireNonNull(roles.get(shift.roleId()));
                var place = Objects.requireNonNull(places.get(shift.placeId()));
                seats.putIfAbsent(
                        new Held(slot.id(), role, place),
                        new Drafting.Seat(slot, role, place, shift.need(), shift.note()));
            }
        }
        var made = drafting.add(to, List.copyOf(seats.values()));
        return new Copied(new HashSet<>(slots.values()).size(), made.size(), earlier.size() - slots.size());
    }

    /** One shift at most: two stretches of time become one where the clock goes forward on the new day. */
    private record Held(TimeslotId slot, RoleId role, PlaceId place) {}

    private record Stretch(TimeRange during, String label) {}

    private Map<TimeslotId, Timeslot> slots(
            ConferencePage to, List<Timeslot> earlier, Function<TimeRange, Optional<TimeRange>> when) {
        var made = new LinkedHashMap<Stretch, Timeslot>();
        var copies = new LinkedHashMap<TimeslotId, Timeslot>();
        for (var slot : earlier) {
            when.apply(slot.during())
                    .map(during -> made.computeIfAbsent(
                            new Stretch(during, slot.label()), one -> new Timeslot(to.id(), one.label(), one.during())))
                    .ifPresent(copy -> copies.put(slot.id(), copy));
        }
        var fresh = new ArrayList<>(made.values());
        fresh.forEach(entities::persist);
        entities.flush();
        audit.recordAllAdded(
                "timeslot",
                to.id().conferenceId(),
                fresh.stream()
                        .collect(Collectors.toMap(
                                slot -> slot.id().timeslotId(), slot -> TimeslotForm.of(slot, to.times()))));
        return copies;
    }
}
