package org.manyhands.report;

import java.time.Duration;
import org.manyhands.shared.LocalTimes;

/**
 * What was wanted, taken and done.
 *
 * @param wanted places
 * @param taken of them, no more than wanted of each shift
 * @param planned the length of all shifts taken
 * @param worked how much of it was done, as the desk wrote it down
 * @param noShows shifts to which somebody did not come
 */
record Tally(int shifts, int wanted, int taken, Duration planned, Duration worked, int noShows) {

    static final Tally NOTHING = new Tally(0, 0, 0, Duration.ZERO, Duration.ZERO, 0);

    private static final int WHOLE = 100;

    Tally plus(Tally other) {
        return new Tally(
                shifts + other.shifts,
                wanted + other.wanted,
                taken + other.taken,
                planned.plus(other.planned),
                worked.plus(other.worked),
                noShows + other.noShows);
    }

    public boolean hasBegun() {
        return worked.isPositive() || noShows > 0;
    }

    public String plannedInWords() {
        return LocalTimes.length(planned);
    }

    public String workedInWords() {
        return LocalTimes.length(worked);
    }

    /** Of a hundred places wanted, how many are taken; all where none was wanted. */
    public int fill() {
        return wanted == 0 ? WHOLE : taken * WHOLE / wanted;
    }
}
