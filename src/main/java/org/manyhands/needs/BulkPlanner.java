package org.manyhands.needs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.conference.PlaceId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.TimeRange;

/** Finds out what a bulk change would do: what is made, changed and skipped, and why. */
record BulkPlanner(ConferencePage conference, Stock.All stock, BulkForm form) {

    /** In one go; as many as one can still look through. */
    static final int MOST = 500;

    /** @throws FormRefusal beside the field that is missing or cannot be */
    static BulkPlan plan(ConferencePage conference, Stock.All stock, BulkForm form) {
        var planner = new BulkPlanner(conference, stock, form);
        var what = Optional.ofNullable(form.what()).orElseThrow(() -> new FormRefusal("", "bulk.nothing-ticked"));
        List<BulkPlan.Step> steps = switch (what) {
            case COPY -> new MakePlanner(conference, stock, form).copy();
            case CUT -> new MakePlanner(conference, stock, form).cut();
            case MOVE, RENAME -> new SlotPlanner(conference, stock, form).plan();
            case PLACE -> planner.place();
            case PUBLISH -> planner.publish();
        };
        if (steps.size() > MOST) {
            throw new FormRefusal("", "bulk.too-many", steps.size(), MOST);
        }
        return new BulkPlan(what, steps);
    }

    /** Timeslots with those of their shifts that are ticked: all, where the timeslot is. */
    static List<Stock.Slot> ticked(Stock.All stock, BulkForm form) {
        var slots = Set.copyOf(form.slot());
        var shifts = Set.copyOf(form.shift());
        var ticked = stock.slots().stream()
                .map(slot -> slots.contains(slot.id().timeslotId().toString())
                        ? slot
                        : new Stock.Slot(
                                slot.id(),
                                slot.version(),
                                slot.during(),
                                slot.label(),
                                slot.shifts().stream()
                                        .filter(shift -> shifts.contains(
                                                shift.id().shiftId().toString()))
                                        .toList()))
                .filter(slot -> slots.contains(slot.id().timeslotId().toString())
                        || !slot.shifts().isEmpty())
                .toList();
        if (ticked.isEmpty()) {
            throw new FormRefusal("", "bulk.nothing-ticked");
        }
        return ticked;
    }

    private List<BulkPlan.Step> place() {
        if (form.toPlace() == null) {
            throw new FormRefusal("toPlace", "shift.place");
        }
        var place = placeOf(new PlaceId(form.toPlace()));
        var steps = new ArrayList<BulkPlan.Step>();
        for (var slot : ticked(stock, form)) {
            var whole = stock.slots().stream()
                    .filter(each -> each.id().equals(slot.id()))
                    .findFirst()
                    .orElseThrow();
            var coming = new HashSet<Column>();
            for (var shift : slot.shifts()) {
                var name = shift.name() + ", " + name(slot.during(), "");
                var there = new Column(shift.column().role(), place.id());
                if (shift.column().equals(there)) {
                    steps.add(new BulkPlan.Skip(name, "bulk.there", List.of()));
                } else if (whole.has(there) || !coming.add(there)) {
                    steps.add(new BulkPlan.Skip(name, "bulk.stands", List.of()));
                } else {
                    steps.add(new BulkPlan.MoveShift(
                            name, place.name(), shift.id(), shift.version(), slot.id(), place.id(), shift.people()));
                }
            }
        }
        return steps;
    }

    private List<BulkPlan.Step> publish() {
        var steps = new ArrayList<BulkPlan.Step>();
        for (var slot : ticked(stock, form)) {
            for (var shift : slot.shifts()) {
                var name = shift.name() + ", " + name(slot.during(), "");
                if (shift.published() || shift.cancelled()) {
                    steps.add(new BulkPlan.Skip(
                            name, shift.published() ? "bulk.published" : "bulk.cancelled", List.of()));
                } else {
                    steps.add(new BulkPlan.Publish(name, shift.id(), shift.version()));
                }
            }
        }
        return steps;
    }

    private Place placeOf(PlaceId id) {
        return stock.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** "Mon 19 Oct, 8:00 – 10:00 · Morning". */
    private String name(TimeRange during, String label) {
        return conference.times().when(during) + (label.isEmpty() ? "" : " · " + label);
    }
}
