package org.manyhands.needs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.conference.PlaceId;
import org.manyhands.role.Role;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.TimeslotForm;

/** Finds out what is made where timeslots and shifts are copied, or a span is cut into timeslots. */
record MakePlanner(ConferencePage conference, Stock.All stock, BulkForm form) {

    List<BulkPlan.Step> copy() {
        var ticked = BulkPlanner.ticked(stock, form);
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

    List<BulkPlan.Step> cut() {
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
