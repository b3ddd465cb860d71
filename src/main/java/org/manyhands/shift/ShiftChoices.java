package org.manyhands.shift;

import static java.util.Comparator.comparing;

import java.util.Map;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.conference.Places;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.shared.Choices;
import org.manyhands.shared.Facts;
import org.springframework.stereotype.Component;

/** What the fields of a shift offer to choose from. */
@Component
class ShiftChoices {

    private final Timeslots timeslots;
    private final Roles roles;
    private final Places places;

    ShiftChoices(Timeslots timeslots, Roles roles, Places places) {
        this.timeslots = timeslots;
        this.roles = roles;
        this.places = places;
    }

    /** The timeslots, roles and places of one conference: ids and words. */
    record Offer(Map<String, String> timeslots, Map<String, String> roles, Map<String, String> places) {

        public boolean isComplete() {
            return !timeslots.isEmpty() && !roles.isEmpty() && !places.isEmpty();
        }

        /** "Registration desk, Mon 19 Oct, 8:00 – 10:00". */
        String name(ShiftForm shift) {
            return roles.get(shift.role().toString()) + ", "
                    + timeslots.get(shift.timeslot().toString());
        }

        /** A shift in words, for the page on which a stale edit comes back. */
        Map<String, String> say(ShiftForm shift) {
            return Facts.of(
                    "Timeslot", timeslots.get(shift.timeslot().toString()),
                    "Role", roles.get(shift.role().toString()),
                    "Place", places.get(shift.place().toString()),
                    "Minimum", shift.minimum(),
                    "Wanted", shift.wanted(),
                    "Maximum", shift.maximum() == null ? "no limit" : shift.maximum(),
                    "Places held", shift.reserved(),
                    "For whom", shift.reservedFor(),
                    "Note", shift.note(),
                    "State", shift.published() ? "published" : "draft");
        }
    }

    Offer of(ConferencePage conference, RolesInSight inSight) {
        var slots = timeslots.findByConferenceId(conference.id()).stream()
                .sorted(comparing((Timeslot slot) -> slot.during().start())
                        .thenComparing(slot -> slot.during().end()))
                .toList();
        return new Offer(
                Choices.of(slots, slot -> slot.id().timeslotId(), slot -> inWords(slot, conference)),
                Choices.of(
                        roles.findByConferenceIdOrderByName(conference.id()).stream()
                                .filter(role -> inSight.includes(role.id().roleId()))
                                .toList(),
                        role -> role.id().roleId(),
                        Role::name),
                Choices.of(
                        places.findByConferenceIdOrderByName(conference.id()),
                        place -> place.id().placeId(),
                        Place::name));
    }

    private static String inWords(Timeslot slot, ConferencePage conference) {
        var when = conference.times().when(slot.during());
        return slot.label().isBlank() ? when : when + " · " + slot.label();
    }
}
