package org.manyhands.shift;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.Saving;
import org.manyhands.shared.StartOver;
import org.manyhands.shared.TimeRange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes timeslots as their conference's organizers want them, never under people's feet. */
@Service
public class TimeslotEditing {

    private static final Duration FAR_AWAY = Duration.ofDays(100_000);

    private final Timeslots timeslots;
    private final Shifts shifts;
    private final PeopleInTheWay people;
    private final PeopleMoving moving;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    TimeslotEditing(
            Timeslots timeslots,
            Shifts shifts,
            PeopleInTheWay people,
            PeopleMoving moving,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.timeslots = timeslots;
        this.shifts = shifts;
        this.people = people;
        this.moving = moving;
        this.audit = audit;
        this.events = events;
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

    /**
     * @param withPeople whether to move it though people are on its shifts
     * @return how many of them had another shift then, and are on the conflict list now
     */
    @RetriedOnConflict
    @Transactional
    int change(ConferencePage conference, TimeslotId id, TimeslotForm form, boolean withPeople) {
        var timeslot = find(conference.id(), id);
        Saving.refuseStale(form.version(), timeslot.version());
        var before = TimeslotForm.of(timeslot, conference.times());
        var torn = 0;
        if (!form.hasTimesOf(before)) {
            torn = move(timeslot, form.during(conference), withPeople);
        }
        timeslot.label(form.label());
        timeslots.flush();
        recordChanged(conference, timeslot, before);
        return torn;
    }

    /**
     * Several at once: that which is to leave a time for another one to come goes first.
     *
     * @return how many of their people had another shift then, and are on the conflict list now
     * @throws FormRefusal where people stand against it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int moveAll(ConferencePage conference, Map<TimeslotId, TimeRange> targets, Along along) {
        if (along != Along.NOBODY && !targets.isEmpty()) {
            moving.hold(targets.keySet().stream()
                    .flatMap(slot -> shifts.idsIn(slot).stream())
                    .toList());
        }
        var torn = 0;
        for (var timeslot : inOrder(timeslots.findAllById(targets.keySet()), targets)) {
            var during = Objects.requireNonNull(targets.get(timeslot.id()));
            var before = TimeslotForm.of(timeslot, conference.times());
            if (along == Along.TOGETHER) {
                shifts.lockAllIn(timeslot.id()).forEach(shift -> people.refuseTorn("shift.torn", shift, during));
            }
            torn += move(timeslot, during, along != Along.NOBODY);
            recordChanged(conference, timeslot, before);
        }
        return torn;
    }

    private static List<Timeslot> inOrder(List<Timeslot> slots, Map<TimeslotId, TimeRange> targets) {
        var later = slots.stream()
                .anyMatch(slot -> Objects.requireNonNull(targets.get(slot.id()))
                        .start()
                        .isAfter(slot.during().start()));
        var earliestFirst =
                Comparator.comparing((Timeslot slot) -> slot.during().start());
        return slots.stream()
                .sorted(later ? earliestFirst.reversed() : earliestFirst)
                .toList();
    }

    /** Gives them all one label. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void label(ConferencePage conference, Collection<TimeslotId> ids, String label) {
        for (var timeslot : timeslots.findAllById(ids)) {
            var before = TimeslotForm.of(timeslot, conference.times());
            timeslot.label(label);
            timeslots.flush();
            recordChanged(conference, timeslot, before);
        }
    }

    private void recordChanged(ConferencePage conference, Timeslot timeslot, TimeslotForm before) {
        audit.recordChanged(
                "timeslot",
                timeslot.id().timeslotId(),
                conference.id().conferenceId(),
                before,
                TimeslotForm.of(timeslot, conference.times()));
    }

    private int move(Timeslot timeslot, TimeRange during, boolean withPeople) {
        if (withPeople) {
            holdEverybodyIn(timeslot.id());
        }
        var moved = shifts.lockAllIn(timeslot.id());
        if (!withPeople) {
            people.refuseToMove("", "timeslot.has-people", moved, during);
        }
        var torn = moving.along(PeopleInTheWay.arrivals(moved, during), () -> move(timeslot, moved, during));
        events.publishEvent(new RoomMade(moved.stream().map(Shift::id).toList()));
        return torn;
    }

    private void holdEverybodyIn(TimeslotId timeslot) {
        var held = shifts.idsIn(timeslot);
        moving.hold(held);
        timeslots.lock(timeslot.timeslotId());
        if (!shifts.idsIn(timeslot).equals(held)) {
            throw new StartOver("a shift came into the timeslot meanwhile");
        }
    }

    /** A shorter handover is taken on far away, where nobody has anything else that it would overlap. */
    private void move(Timeslot timeslot, List<Shift> moved, TimeRange during) {
        if (moved.stream().anyMatch(shift -> shift.hasShorterHandoverIn(during))) {
            timeslot.moveTo(farFrom(timeslot.during()));
            timeslots.flush();
            moved.forEach(shift -> shift.shortenHandoverFor(during));
            shifts.flush();
        }
        timeslot.moveTo(during);
        timeslots.flush();
    }

    private static TimeRange farFrom(TimeRange during) {
        return new TimeRange(during.start().plus(FAR_AWAY), during.end().plus(FAR_AWAY));
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
