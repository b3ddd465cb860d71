package org.manyhands.needs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shift.Need;

/** Collects the timeslots and shifts that a bulk change makes: each once, and none that stands already. */
final class Making {

    private final ConferencePage conference;
    private final Stock.All stock;
    private final List<BulkPlan.Step> steps = new ArrayList<>();
    private final Set<BulkPlan.Spot> slots = new HashSet<>();
    private final Set<Seat> seats = new HashSet<>();

    private record Seat(BulkPlan.Spot spot, Column column) {}

    Making(ConferencePage conference, Stock.All stock) {
        this.conference = conference;
        this.stock = stock;
    }

    void add(BulkPlan.Step step) {
        steps.add(step);
    }

    List<BulkPlan.Step> steps() {
        return steps;
    }

    /** @param alone whether it is wanted for itself, and not only for the shifts in it */
    void slot(BulkPlan.Spot there, boolean alone) {
        var isNew = slots.add(there) && there.slot().isEmpty();
        if (isNew) {
            steps.add(new BulkPlan.MakeSlot(when(there), there));
        } else if (alone) {
            steps.add(new BulkPlan.Skip(when(there), "bulk.stands", List.of()));
        }
    }

    void shift(BulkPlan.Spot there, Column column, String called, Need need, String note) {
        var name = called + ", " + when(there);
        if (stands(there, column) || !seats.add(new Seat(there, column))) {
            steps.add(new BulkPlan.Skip(name, "bulk.stands", List.of()));
        } else {
            steps.add(new BulkPlan.MakeShift(name, NeedText.of(need).text(), there, column, need, note));
        }
    }

    private boolean stands(BulkPlan.Spot there, Column column) {
        return stock.slots().stream().anyMatch(slot -> Optional.of(slot.id()).equals(there.slot()) && slot.has(column));
    }

    private String when(BulkPlan.Spot there) {
        var when = conference.times().when(there.during());
        return there.label().isEmpty() ? when : when + " · " + there.label();
    }
}
