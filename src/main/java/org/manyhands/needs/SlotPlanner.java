package org.manyhands.needs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.TimeRange;

/** Finds out what becomes of timeslots that are moved or get another label. */
record SlotPlanner(ConferencePage conference, Stock.All stock, BulkForm form) {

    /** Of these there is one of each. */
    private record Named(TimeRange during, String label) {}

    /** @throws FormRefusal beside the field that is missing */
    List<BulkPlan.Step> plan() {
        var ids = Set.copyOf(form.slot());
        var ticked = stock.slots().stream()
                .filter(slot -> ids.contains(slot.id().timeslotId().toString()))
                .toList();
        if (ticked.isEmpty()) {
            throw new FormRefusal("", "bulk.no-slot");
        }
        if (form.what() == BulkForm.What.MOVE && (form.minutes() == null || form.minutes() == 0)) {
            throw new FormRefusal("minutes", "bulk.minutes");
        }
        var taken = new HashSet<Named>();
        stock.slots().stream()
                .filter(slot -> !ticked.contains(slot))
                .forEach(slot -> taken.add(new Named(slot.during(), slot.label())));
        var steps = new ArrayList<BulkPlan.Step>();
        for (var slot : ticked) {
            steps.add(form.what() == BulkForm.What.MOVE ? move(slot, taken) : rename(slot, taken));
        }
        return steps;
    }

    private BulkPlan.Step move(Stock.Slot slot, Set<Named> taken) {
        var later = Duration.ofMinutes(form.minutes());
        var during = new TimeRange(
                slot.during().start().plus(later), slot.during().end().plus(later));
        try {
            Spans.refuseImpossible(during, conference);
        } catch (FormRefusal refusal) {
            return new BulkPlan.Skip(name(slot), refusal.key(), refusal.args());
        }
        if (!taken.add(new Named(during, slot.label()))) {
            return new BulkPlan.Skip(name(slot), "bulk.stands", List.of());
        }
        return new BulkPlan.MoveSlot(
                name(slot), conference.times().when(during), slot.id(), slot.version(), during, slot.people());
    }

    private BulkPlan.Step rename(Stock.Slot slot, Set<Named> taken) {
        if (slot.label().equals(form.label())) {
            return new BulkPlan.Skip(name(slot), "bulk.same-label", List.of());
        }
        if (!taken.add(new Named(slot.during(), form.label()))) {
            return new BulkPlan.Skip(name(slot), "bulk.stands", List.of());
        }
        return new BulkPlan.Rename(
                name(slot),
                form.label().isEmpty() ? "no label" : form.label(),
                slot.id(),
                slot.version(),
                form.label());
    }

    private String name(Stock.Slot slot) {
        return conference.times().when(slot.during()) + (slot.label().isEmpty() ? "" : " · " + slot.label());
    }
}
