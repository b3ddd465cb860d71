package org.manyhands.signup.history;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Looks for an order of all changes that keeps the counter between 0 and its capacity, by going through time once. A
 * change is put off until its answer, which is the last instant it can have happened at. Where it would then lead out of
 * bounds, a change the other way that has begun by then is said to have happened just before; of several the one that
 * would have to happen soonest, for those with more time may be needed later. Where there is none, no order exists.
 */
final class Sweep {

    private final int capacity;
    private final PriorityQueue<Change> ups = new PriorityQueue<>(comparingLong(Change::returned));
    private final PriorityQueue<Change> downs = new PriorityQueue<>(comparingLong(Change::returned));
    private final List<String> findings = new ArrayList<>();
    private int count;

    private Sweep(int before, int capacity) {
        this.count = before;
        this.capacity = capacity;
    }

    /** One for each change for which there was no room in any order; none where the history is as it must be. */
    static List<String> findings(int before, int capacity, List<Change> changes) {
        var sweep = new Sweep(before, capacity);
        moments(changes).forEach(sweep::pass);
        return sweep.findings;
    }

    /** An instant at which a change begins or is answered. */
    record Moment(long at, boolean isAnswer, Change change) {}

    /** In the order of time; what begins as another ends is taken to have met it. */
    static Stream<Moment> moments(List<Change> changes) {
        return Stream.concat(
                        changes.stream().map(change -> new Moment(change.invoked(), false, change)),
                        changes.stream()
                                .filter(change -> change.returned() != Change.NEVER)
                                .map(change -> new Moment(change.returned(), true, change)))
                .sorted(comparingLong(Moment::at).thenComparing(Moment::isAnswer));
    }

    private void pass(Moment moment) {
        var sameWay = moment.change().by() > 0 ? ups : downs;
        if (!moment.isAnswer()) {
            sameWay.add(moment.change());
        } else if (!sameWay.isEmpty() && sameWay.peek().returned() <= moment.at()) {
            happen(sameWay.remove());
        }
    }

    /** The one that is due: of those with the same end, any will do. */
    private void happen(Change due) {
        if (isInBounds(count + due.by())) {
            count += due.by();
            return;
        }
        var otherWay = due.by() > 0 ? downs : ups;
        if (capacity == 0 || otherWay.poll() == null) {
            findings.add("%s: there was %s at any instant of it"
                    .formatted(due.who(), due.by() > 0 ? "no place to take" : "no place to leave"));
        }
    }

    private boolean isInBounds(int value) {
        return value >= 0 && value <= capacity;
    }
}
