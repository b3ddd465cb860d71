package org.manyhands.signup.history;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * Between which numbers a counter can have stood at each instant: at least what was answered by then less what was begun
 * to be taken away, at most the other way round. Each answers for a stretch of time by a table of the extremes of all
 * stretches whose length is a power of two.
 */
final class Bounds {

    private final int capacity;
    private final long[] instants;
    private final int[][] least;
    private final int[][] most;

    Bounds(int before, int capacity, List<Change> changes) {
        this.capacity = capacity;
        var moments = Sweep.moments(changes).toList();
        instants = moments.stream().mapToLong(Sweep.Moment::at).toArray();
        var low = new int[moments.size() + 1];
        var high = new int[moments.size() + 1];
        low[0] = before;
        high[0] = before;
        for (var i = 0; i < moments.size(); i++) {
            var moment = moments.get(i);
            var by = moment.change().by();
            // What goes up may do so from its beginning, and has by its answer; what goes down, likewise
            var movesLow = moment.isAnswer() == by > 0;
            low[i + 1] = low[i] + (movesLow ? by : 0);
            high[i + 1] = high[i] + (movesLow ? 0 : by);
        }
        least = extremes(low, Math::min);
        most = extremes(high, Math::max);
    }

    /**
     * Whether the counter can have stood at that number at some instant of the stretch. Both bounds move by one at a time
     * and never cross, so a number between the least and the most was between the two at one instant, too.
     */
    boolean allow(int number, long from, long until) {
        var first = before(from);
        var last = before(until + 1);
        return number >= 0
                && number <= capacity
                && extreme(least, first, last, Math::min) <= number
                && extreme(most, first, last, Math::max) >= number;
    }

    /** Whether that many changes upwards can have been ahead of those downwards at some instant of the stretch. */
    boolean reach(int number, long from, long until) {
        return extreme(most, before(from), before(until + 1), Math::max) >= number;
    }

    /** How many moments lie before the instant, which is the place of what stood just before it. */
    private int before(long instant) {
        var low = 0;
        var high = instants.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (instants[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[][] extremes(int[] values, IntBinaryOperator extreme) {
        var table = new int[Integer.SIZE - Integer.numberOfLeadingZeros(values.length)][];
        table[0] = values;
        for (var power = 1; power < table.length; power++) {
            var half = 1 << (power - 1);
            var shorter = table[power - 1];
            table[power] = new int[values.length - 2 * half + 1];
            Arrays.setAll(table[power], i -> extreme.applyAsInt(shorter[i], shorter[i + half]));
        }
        return table;
    }

    private static int extreme(int[][] table, int first, int last, IntBinaryOperator extreme) {
        var power = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(last - first + 1);
        return extreme.applyAsInt(table[power][first], table[power][last - (1 << power) + 1]);
    }
}
