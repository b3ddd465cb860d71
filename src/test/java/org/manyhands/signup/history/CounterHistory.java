package org.manyhands.signup.history;

import java.util.ArrayList;
import java.util.List;

/** All that was done to one counter and read from it: the places of a shift, or whether a person has one of them. */
final class CounterHistory {

    private final int before;
    private final int capacity;
    private final List<Change> changes = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    CounterHistory(int before, int capacity) {
        this.before = before;
        this.capacity = capacity;
    }

    void add(Change change) {
        changes.add(change);
    }

    void add(Reading reading) {
        readings.add(reading);
    }

    void add(Refusal refusal) {
        refusals.add(refusal);
    }

    /**
     * What no order of the changes explains, and each reading and refusal that no instant of it explains. These are looked
     * at one by one: whatever is found is wrong, but two that only contradict each other are not found.
     */
    List<String> findings() {
        var bounds = new Bounds(before, capacity, changes);
        var found = new ArrayList<>(Sweep.findings(before, capacity, changes));
        for (var reading : readings) {
            if (!bounds.allow(reading.shown(), reading.invoked(), reading.returned())) {
                found.add("%s: %d of %d at no instant of it".formatted(reading.who(), reading.shown(), capacity));
            }
        }
        for (var refusal : refusals) {
            if (!bounds.reach(capacity + (refusal.waits() ? 1 : 0), refusal.invoked(), refusal.returned())) {
                found.add("%s: %d places were full at no instant of it".formatted(refusal.who(), capacity));
            }
        }
        return found;
    }
}
