package org.manyhands.example;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.Places;
import org.manyhands.role.Role;
import org.manyhands.role.RoleId;
import org.manyhands.role.Roles;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Shift;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.manyhands.shift.Timeslot;
import org.manyhands.shift.Timeslots;
import org.springframework.stereotype.Component;

/** Lays out what the example conference needs: places, roles, timeslots and shifts. */
@Component
class ExampleShifts {

    private final Places places;
    private final Roles roles;
    private final Timeslots timeslots;
    private final Shifts shifts;

    ExampleShifts(Places places, Roles roles, Timeslots timeslots, Shifts shifts) {
        this.places = places;
        this.roles = roles;
        this.timeslots = timeslots;
        this.shifts = shifts;
    }

    /** What stands in the database for each part of the example. */
    record Laid(Map<ExampleRole, RoleId> roles, Map<ExampleShift, ShiftId> shifts) {

        RoleId idOf(ExampleRole role) {
            return of(roles, role);
        }

        ShiftId idOf(ExampleShift shift) {
            return of(shifts, shift);
        }
    }

    Laid layFor(ConferenceId conference, ExampleWeek week) {
        var placed = placesOf(conference);
        var described = rolesOf(conference);
        var slots = new HashMap<TimeRange, Timeslot>();
        var laid = new HashMap<ExampleShift, ShiftId>();
        for (var each : ExampleShift.ALL) {
            var slot = slots.computeIfAbsent(
                    week.during(each.day(), each.from(), each.to()),
                    during -> timeslots.save(new Timeslot(conference, "", during)));
            var shift = shift(each, slot, of(described, each.role()), of(placed, each.place()));
            laid.put(each, shifts.save(shift).id());
        }
        shifts.flush();
        return new Laid(described, laid);
    }

    private static Shift shift(ExampleShift example, Timeslot slot, RoleId role, PlaceId place) {
        var shift = new Shift(slot, role, place, example.need(), Duration.ZERO);
        shift.note(example.note());
        if (example.published()) {
            shift.publish();
        }
        return shift;
    }

    private Map<ExamplePlace, PlaceId> placesOf(ConferenceId conference) {
        var ids = new EnumMap<ExamplePlace, PlaceId>(ExamplePlace.class);
        for (var place : ExamplePlace.values()) {
            ids.put(place, places.save(place.in(conference)).id());
        }
        return ids;
    }

    private Map<ExampleRole, RoleId> rolesOf(ConferenceId conference) {
        var saved = new EnumMap<ExampleRole, Role>(ExampleRole.class);
        for (var role : ExampleRole.values()) {
            saved.put(role, roles.save(role.in(conference)));
        }
        of(saved, ExampleRole.SESSION_EMCEE)
                .coverBy(of(saved, ExampleRole.SESSION_MANAGER).id());
        var ids = new EnumMap<ExampleRole, RoleId>(ExampleRole.class);
        saved.forEach((example, role) -> ids.put(example, role.id()));
        return ids;
    }

    private static <K, V> V of(Map<K, V> made, K example) {
        return Objects.requireNonNull(made.get(example));
    }
}
