package org.manyhands.shift;

import java.util.List;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.Conferences;
import org.manyhands.conference.Place;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.Places;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.Saving;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes shifts as their conference's organizers want them, never under people's feet. */
@Service
public class ShiftEditing {

    private final Shifts shifts;
    private final Timeslots timeslots;
    private final Roles roles;
    private final Places places;
    private final Conferences conferences;
    private final PeopleInTheWay people;
    private final PeopleMoving moving;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ShiftEditing(
            Shifts shifts,
            Timeslots timeslots,
            Roles roles,
            Places places,
            Conferences conferences,
            PeopleInTheWay people,
            PeopleMoving moving,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.shifts = shifts;
        this.timeslots = timeslots;
        this.roles = roles;
        this.places = places;
        this.conferences = conferences;
        this.people = people;
        this.moving = moving;
        this.audit = audit;
        this.events = events;
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

    /**
     * @param withPeople whether to move it though people are on it
     * @return how many of them had another shift then, and are on the conflict list now
     */
    @RetriedOnConflict
    @Transactional
    int change(ConferenceId conference, ShiftId id, ShiftForm form, boolean withPeople) {
        if (withPeople) {
            moving.hold(List.of(id));
        }
        var shift = shifts.lock(id, conference).orElseThrow(NotFound::new);
        Saving.refuseStale(form.version(), shift.version());
        var before = ShiftForm.of(shift);
        var timeslot = timeslotOf(conference, form);
        if (!withPeople) {
            refuseToPullAway(shift, before, form, timeslot);
        }
        refuseToHide(shift, before, form);
        refuseToSqueeze(shift, form);
        var torn = 0;
        if (before.standsWhereAndWhenDoes(form)) {
            change(shift, timeslot, form);
        } else {
            var arrivals = PeopleInTheWay.arrivals(List.of(shift), timeslot.during());
            torn = moving.along(arrivals, () -> change(shift, timeslot, form));
        }
        audit.recordChanged("shift", id.shiftId(), conference.conferenceId(), before, ShiftForm.of(shift));
        events.publishEvent(new RoomMade(List.of(id)));
        return torn;
    }

    /**
     * Into another timeslot and to another place, all else as it is.
     *
     * @return how many of its people had another shift then, and are on the conflict list now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int move(ConferenceId conference, ShiftId id, TimeslotId timeslot, PlaceId place, Along along) {
        if (along != Along.NOBODY) {
            moving.hold(List.of(id));
        }
        var shift = shifts.lock(id, conference).orElseThrow(NotFound::new);
        var there = ShiftForm.of(shift).in(timeslot, place);
        if (along == Along.TOGETHER) {
            people.refuseTorn("shift.torn", shift, timeslotOf(conference, there).during());
        }
        return change(conference, id, there, along != Along.NOBODY);
    }

    private void change(Shift shift, Timeslot timeslot, ShiftForm form) {
        var conference = shift.conferenceId();
        if (!shift.timeslotId().equals(timeslot.id())) {
            shift.moveTo(timeslot);
        }
        shift.assignTo(roleOf(conference, form).id(), placeOf(conference, form).id());
        shift.needs(form.need());
        fill(shift, form);
        shifts.flush();
    }

    /** Refused by the database where anybody is or was on it: who was where stays on record. */
    @Transactional
    void delete(ConferenceId conference, ShiftId id) {
        var shift = find(conference, id);
        shifts.delete(shift);
        shifts.flush();
        audit.recordDeleted("shift", id.shiftId(), conference.conferenceId(), ShiftForm.of(shift));
    }

    private void refuseToPullAway(Shift shift, ShiftForm before, ShiftForm form, Timeslot timeslot) {
        before.firstMoved(form)
                .ifPresent(field -> people.refuseToMove(field, "shift.has-people", List.of(shift), timeslot.during()));
    }

    private void refuseToHide(Shift shift, ShiftForm before, ShiftForm form) {
        if (before.published() && !form.published()) {
            people.refuse("published", "shift.not-a-draft", List.of(shift));
        }
    }

    private void refuseToSqueeze(Shift shift, ShiftForm form) {
        var maximum = form.maximum();
        if (maximum != null && maximum < shift.taken() + form.reserved()) {
            var names = people.holdersOf(shift);
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
