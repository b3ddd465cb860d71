package org.manyhands.shift;

import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.Saving;
import org.manyhands.shared.TimeRange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes timeslots as their conference's organizers want them, never under people's feet. */
@Service
class TimeslotEditing {

    private final Timeslots timeslots;
    private final Shifts shifts;
    private final PeopleInTheWay people;
    private final AuditTrail audit;

    TimeslotEditing(Timeslots timeslots, Shifts shifts, PeopleInTheWay people, AuditTrail audit) {
        this.timeslots = timeslots;
        this.shifts = shifts;
        this.people = people;
        this.audit = audit;
    }

    Timeslot find(ConferenceId conference, TimeslotId id) {
        return timeslots.findByIdAndConferenceId(id, conference).orElseThrow(NotFound::new);
    }

    @Transactional
    void add(ConferencePage conference, TimeslotForm form) {
        var timeslot = timeslots.saveAndFlush(new Timeslot(conference.id(), form.label(), form.during(conference)));
        audit.recordAdded(
                "timeslot",
                timeslot.id().timeslotId(),
                conference.id().conferenceId(),
                TimeslotForm.of(timeslot, conference.times()));
    }

    @RetriedOnConflict
    @Transactional
    void change(ConferencePage conference, TimeslotId id, TimeslotForm form) {
        var timeslot = find(conference.id(), id);
        Saving.refuseStale(form.version(), timeslot.version());
        var before = TimeslotForm.of(timeslot, conference.times());
        if (!form.hasTimesOf(before)) {
            move(timeslot, form.during(conference));
        }
        timeslot.label(form.label());
        timeslots.flush();
        audit.recordChanged(
                "timeslot",
                id.timeslotId(),
                conference.id().conferenceId(),
                before,
                TimeslotForm.of(timeslot, conference.times()));
    }

    private void move(Timeslot timeslot, TimeRange during) {
        var moved = shifts.lockAllIn(timeslot.id());
        people.refuse("", "timeslot.has-people", moved);
        moved.forEach(shift -> shift.shortenHandoverFor(during));
        shifts.flush();
        timeslot.moveTo(during);
    }

    /** Refused by the database where it has shifts. */
    @Transactional
    void delete(ConferencePage conference, TimeslotId id) {
        var timeslot = find(conference.id(), id);
        timeslots.delete(timeslot);
        timeslots.flush();
        audit.recordDeleted(
                "timeslot",
                id.timeslotId(),
                conference.id().conferenceId(),
                TimeslotForm.of(timeslot, conference.times()));
    }
}
