package org.manyhands.shift;

import java.util.Collection;
import java.util.List;
import org.manyhands.shared.TimeRange;

/** Takes people along where their shifts move; the signup module, a floor above, does it. */
public interface PeopleMoving {

    /** Where a shift goes, as what its people are busy with then. */
    record Arrival(ShiftId shift, TimeRange busy) {}

    /**
     * Locks everybody on the shifts and then the shifts: nobody comes or goes until the transaction ends. Where
     * somebody came in between, the transaction is to start over.
     */
    void hold(Collection<ShiftId> shifts);

    /** The names of those on the shifts who have another one when these arrive. */
    List<String> inTwoPlaces(Collection<Arrival> arrivals);

    /**
     * Takes those who would be in two places off the shifts and puts them on the conflict list, lets the shifts move,
     * and tells everybody.
     *
     * @param arrivals of shifts that are held
     * @return how many are on the conflict list now
     */
    int along(Collection<Arrival> arrivals, Runnable move);
}
