package org.manyhands.needs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Along;
import org.manyhands.shift.Drafting;
import org.manyhands.shift.PeopleMoving;
import org.manyhands.shift.ShiftEditing;
import org.manyhands.shift.ShiftPublishing;
import org.manyhands.shift.Timeslot;
import org.manyhands.shift.TimeslotEditing;
import org.manyhands.shift.TimeslotId;
import org.manyhands.shift.Timeslots;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does to many timeslots and shifts what an organizer saw in the preview: all of it, or nothing. */
@Service
class BulkChanges {

    private final Stock stock;
    private final Drafting drafting;
    private final Timeslots timeslots;
    private final TimeslotEditing slotEditing;
    private final ShiftEditing shiftEditing;
    private final ShiftPublishing publishing;
    private final PeopleMoving moving;

    BulkChanges(
            Stock stock,
            Drafting drafting,
            Timeslots timeslots,
            TimeslotEditing slotEditing,
            ShiftEditing shiftEditing,
            ShiftPublishing publishing,
            PeopleMoving moving) {
        this.stock = stock;
        this.drafting = drafting;
        this.timeslots = timeslots;
        this.slotEditing = slotEditing;
        this.shiftEditing = shiftEditing;
        this.publishing = publishing;
        this.moving = moving;
    }

    /** @param torn how many had another shift then, and are on the conflict list now */
    record Done(BulkPlan plan, int torn) {}

    /**
     * @param state of the preview below which the button was pressed
     * @throws FormRefusal where the preview is not true any more, or people stand against it
     */
    @RetriedOnConflict
    @Transactional
    Done carryOut(ConferencePage conference, BulkForm form, String state, Along along) {
        drafting.hold(conference.id());
        var plan = BulkPlanner.plan(conference, stock.of(conference), form);
        if (!plan.state().equals(state)) {
            throw new FormRefusal("", "bulk.stale");
        }
        make(conference, plan);
        rename(conference, plan);
        publishing.publish(
                conference.id(),
                plan.all(BulkPlan.Publish.class).stream()
                        .map(BulkPlan.Publish::shift)
                        .toList());
        return new Done(plan, moveSlots(conference, plan, along) + moveShifts(conference, plan, along));
    }

    private void make(ConferencePage conference, BulkPlan plan) {
        var slots = made(conference, plan.all(BulkPlan.MakeSlot.class));
        var standing = new HashMap<TimeslotId, Timeslot>();
        var shifts = plan.all(BulkPlan.MakeShift.class);
        timeslots
                .findAllById(shifts.stream()
                        .flatMap(shift -> shift.spot().slot().stream())
                        .collect(toSet()))
                .forEach(slot -> standing.put(slot.id(), slot));
        drafting.add(
                conference,
                shifts.stream()
                        .map(shift -> new Drafting.Seat(
                                Objects.requireNonNull(shift.spot()
                                        .slot()
                                        .map(standing::get)
                                        .orElseGet(() -> slots.get(shift.spot()))),
                                shift.column().role(),
                                shift.column().place(),
                                shift.need(),
                                shift.note()))
                        .toList());
    }

    private Map<BulkPlan.Spot, Timeslot> made(ConferencePage conference, List<BulkPlan.MakeSlot> slots) {
        var made = new HashMap<BulkPlan.Spot, Timeslot>();
        slots.stream()
                .map(BulkPlan.MakeSlot::spot)
                .collect(groupingBy(BulkPlan.Spot::label, mapping(BulkPlan.Spot::during, toSet())))
                .forEach((label, times) -> drafting.slots(conference, times, label)
                        .forEach((during, slot) -> made.put(new BulkPlan.Spot(Optional.empty(), during, label), slot)));
        return made;
    }

    private void rename(ConferencePage conference, BulkPlan plan) {
        var renames = plan.all(BulkPlan.Rename.class);
        if (!renames.isEmpty()) {
            slotEditing.label(
                    conference,
                    renames.stream().map(BulkPlan.Rename::slot).toList(),
                    renames.getFirst().label());
        }
    }

    private int moveSlots(ConferencePage conference, BulkPlan plan, Along along) {
        var targets = new LinkedHashMap<TimeslotId, TimeRange>();
        plan.all(BulkPlan.MoveSlot.class).forEach(move -> targets.put(move.slot(), move.during()));
        return slotEditing.moveAll(conference, targets, along);
    }

    /** Everybody first, so that two such changes at once do not wait for each other. */
    private int moveShifts(ConferencePage conference, BulkPlan plan, Along along) {
        var moves = plan.all(BulkPlan.MoveShift.class);
        if (along != Along.NOBODY && !moves.isEmpty()) {
            moving.hold(moves.stream().map(BulkPlan.MoveShift::shift).toList());
        }
        return moves.stream()
                .mapToInt(move -> shiftEditing.move(conference.id(), move.shift(), move.slot(), move.place(), along))
                .sum();
    }
}
