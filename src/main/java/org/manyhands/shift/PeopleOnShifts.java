package org.manyhands.shift;

import java.util.Collection;
import java.util.List;

/** Who is on which shift; the signup module, a floor above, keeps and answers that. */
public interface PeopleOnShifts {

    /** The names of all who have or wait for a place on any of these shifts, first come first, each once. */
    List<String> namesOn(Collection<ShiftId> shifts);

    /** The names of those who have a place on it, or are offered one, first come first. */
    List<String> holdersOf(ShiftId shift);
}
