package org.manyhands.needs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.conference.PlaceId;
import org.manyhands.role.Role;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.TimeslotForm;

/** Finds out what a bulk change would do: what is made, changed and skipped, and why. */
record BulkPlanner(ConferencePage conference, Stock.All stock, BulkForm form) {

    /** In one go; as many as one can still look through. */
    static final int MOST = 500;

    /** @throws FormRefusal beside the field that is missing or cannot be */
    static BulkPlan plan(ConferencePage conference, Stock.All stock, BulkForm form) {
        var planner = new BulkPlanner(conference, stock, form);
        var what = Optional.ofNullable(form.what()).orElseThrow(() -> new FormRefusal("", "bulk.nothing-ticked"));
        List<BulkPlan.Step> steps = switch (what) {
            case COPY -> planner.copy();
            case CUT -> planner.cut();
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

    private List<BulkPlan.Step> copy() {
        var ticked = ticked(stock, form);
        var first = conference.times().local(ticked.getFirst().during().start());
        if (form.onto().isEmpty() && form.start().isEmpty() && form.place() == null) {
            throw new FormRefusal("onto", "bulk.where-to");
        }
        var start = form.start().isEmpty() ? first.toLocalTime() : new ClockText(form.start()).time("start");
        var days = form.onto().isEmpty() ? List.of(first.toLocalDate()) : form.onto();
        var place = form.copiesAt().map(this::placeOf);
        var steps = new Making(conference, stock);
        for (var day : days) {
            var later = Duration.between(first, day.atTime(start));
            ticked.forEach(slot -> copy(slot, later, place, steps));
        }
        return steps.steps();
    }

    private void copy(Stock.Slot slot, Duration later, Optional<Place> place, Making steps) {
        TimeRange during;
        try {
            during = Spans.later(slot.during(), later, conference);
        } catch (FormRefusal refusal) {
            steps.add(new BulkPlan.Skip(name(slot.during(), slot.label()), refusal.key(), refusal.args()));
            return;
        }
        var there = spot(during, slot.label());
        steps.slot(there, slot.shifts().isEmpty());
        for (var shift : slot.shifts()) {
            var at = place.map(Place::id).orElse(shift.column().place());
            var name = shift.role() + ", " + place.map(Place::name).orElse(shift.place());
            if (shift.cancelled()) {
                steps.add(
                        new BulkPlan.Skip(shift.name() + ", " + name(slot.during(), ""), "bulk.cancelled", List.of()));
            } else {
                steps.shift(there, new Column(shift.column().role(), at), name, shift.need(), shift.note());
            }
        }
    }

    private List<BulkPlan.Step> cut() {
        if (form.onto().isEmpty()) {
            throw new FormRefusal("onto", "bulk.no-day");
        }
        if (form.length() == null) {
            throw new FormRefusal("length", "bulk.length");
        }
        var overlap = form.overlap() == null ? 0 : form.overlap();
        if (overlap >= form.length()) {
            throw new FormRefusal("overlap", "bulk.overlap", form.length());
        }
        var from = new ClockText(form.from()).time("from");
        var to = new ClockText(form.to()).time("to");
        var seat = form.seat();
        var steps = new Making(conference, stock);
        for (LocalDate day : form.onto()) {
            var span = during(new TimeslotForm(day, from, to, "", null));
            for (var during : Spans.cut(span, Duration.ofMinutes(form.length()), Duration.ofMinutes(overlap))) {
                var there = spot(during, "");
                steps.slot(there, seat.isEmpty());
                seat.ifPresent(each -> steps.shift(there, each.column(), nameOf(each.column()), each.need(), ""));
            }
        }
        return steps.steps();
    }

    private TimeRange during(TimeslotForm span) {
        try {
            return span.during(conference);
        } catch (FormRefusal refusal) {
            var field = refusal.field().equals("day") ? "onto" : refusal.field();
            throw new FormRefusal(field, refusal.key(), refusal.args().toArray());
        }
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

    /** The timeslot of that time; of several the one with that label, else any. */
    private BulkPlan.Spot spot(TimeRange during, String label) {
        var there = stock.slots().stream()
                .filter(slot -> slot.during().equals(during))
                .toList();
        return Stream.concat(there.stream().filter(slot -> slot.label().equals(label)), there.stream())
                .findFirst()
                .map(slot -> new BulkPlan.Spot(Optional.of(slot.id()), during, slot.label()))
                .orElse(new BulkPlan.Spot(Optional.empty(), during, label));
    }

    private Place placeOf(PlaceId id) {
        return stock.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private String nameOf(Column column) {
        return stock.roles().stream()
                        .filter(role -> role.id().equals(column.role()))
                        .map(Role::name)
                        .findFirst()
                        .orElseThrow(NotFound::new)
                + ", " + placeOf(column.place()).name();
    }

    /** "Mon 19 Oct, 8:00 – 10:00 · Morning". */
    private String name(TimeRange during, String label) {
        return conference.times().when(during) + (label.isEmpty() ? "" : " · " + label);
    }
}
