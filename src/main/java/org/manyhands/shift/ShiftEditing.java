package org.manyhands.shift;

import java.util.List;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.Conferences;
import org.manyhands.conference.Place;
import org.manyhands.conference.Places;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.Saving;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes shifts as their conference's organizers want them, never under people's feet. */
@Service
class ShiftEditing {

    private final Shifts shifts;
    private final Timeslots timeslots;
    private final Roles roles;
    private final Places places;
    private final Conferences conferences;
    private final PeopleInTheWay people;
    private final AuditTrail audit;

    ShiftEditing(
            Shifts shifts,
            Timeslots timeslots,
            Roles roles,
            Places places,
            Conferences conferences,
            PeopleInTheWay people,
            AuditTrail audit) {
        this.shifts = shifts;
        this.timeslots = timeslots;
        this.roles = roles;
        this.places = places;
        this.conferences = conferences;
        this.people = people;
        this.audit = audit;
    }

    Shift find(ConferenceId conference, ShiftId id) {
        return shifts.findByIdAndConferenceId(id, conference).orElseThrow(NotFound::new);
    }

    @Transactional
    ShiftId add(ConferenceId conference, ShiftForm form) {
        var handover =
                conferences.findById(conference).orElseThrow(NotFound::new).handover();
        var shift = new Shift(
                timeslotOf(conference, form),
                roleOf(conference, form).id(),
                placeOf(conference, form).id(),
                form.need(),
                handover);
        fill(shift, form);
        shifts.saveAndFlush(shift);
        audit.recordAdded("shift", shift.id().shiftId(), conference.conferenceId(), ShiftForm.of(shift));
        return shift.id();
    }

    @RetriedOnConflict
    @Transactional
    void change(ConferenceId conference, ShiftId id, ShiftForm form) {
        var shift = shifts.lock(id, conference).orElseThrow(NotFound::new);
        Saving.refuseStale(form.version(), shift.version());
        var before = ShiftForm.of(shift);
        refuseToPullAway(shift, before, form);
        refuseToSqueeze(shift, form);
        if (!before.timeslot().equals(form.timeslot())) {
            shift.moveTo(timeslotOf(conference, form));
        }
        shift.assignTo(roleOf(conference, form).id(), placeOf(conference, form).id());
        shift.needs(form.need());
        fill(shift, form);
        shifts.flush();
        audit.recordChanged("shift", id.shiftId(), conference.conferenceId(), before, ShiftForm.of(shift));
    }

    /** Refused by the database where anybody is or was on it: who was where stays on record. */
    @Transactional
    void delete(ConferenceId conference, ShiftId id) {
        var shift = find(conference, id);
        shifts.delete(shift);
        shifts.flush();
        audit.recordDeleted("shift", id.shiftId(), conference.conferenceId(), ShiftForm.of(shift));
    }

    private void refuseToPullAway(Shift shift, ShiftForm before, ShiftForm form) {
        if (!before.timeslot().equals(form.timeslot())) {
            people.refuse("timeslot", "shift.has-people", List.of(shift));
        }
        if (!before.role().equals(form.role())) {
            people.refuse("role", "shift.has-people", List.of(shift));
        }
        if (!before.place().equals(form.place())) {
            people.refuse("place", "shift.has-people", List.of(shift));
        }
        if (before.published() && !form.published()) {
            people.refuse("published", "shift.not-a-draft", List.of(shift));
        }
    }

    private void refuseToSqueeze(Shift shift, ShiftForm form) {
        var maximum = form.maximum();
        if (maximum != null && maximum < shift.taken() + form.reserved()) {
            var names = people.on(List.of(shift));
            throw names.isEmpty()
                    ? new FormRefusal("reserved", "shift.reserved-above-maximum", maximum)
                    : new FormRefusal(
                            "maximum",
                            "shift.too-small-for-its-people",
                            PeopleInTheWay.inWords(names),
                            names.size(),
                            form.reserved(),
                            shift.taken() + form.reserved());
        }
    }

    private void fill(Shift shift, ShiftForm form) {
        shift.reserve(form.reserved(), form.reservedFor());
        shift.note(form.note());
        if (form.published()) {
            shift.publish();
        } else {
            shift.keepAsDraft();
        }
    }

    private Timeslot timeslotOf(ConferenceId conference, ShiftForm form) {
        return timeslots.findByIdAndConferenceId(form.timeslotId(), conference).orElseThrow(NotFound::new);
    }

    private Role roleOf(ConferenceId conference, ShiftForm form) {
        return roles.findByIdAndConferenceId(form.roleId(), conference).orElseThrow(NotFound::new);
    }

    private Place placeOf(ConferenceId conference, ShiftForm form) {
        return places.findByIdAndConferenceId(form.placeId(), conference).orElseThrow(NotFound::new);
    }
}
