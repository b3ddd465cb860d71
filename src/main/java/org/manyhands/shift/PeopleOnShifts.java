package org.manyhands.shift;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Who is on which shift; the signup module, a floor above, keeps and answers that. */
public interface PeopleOnShifts {

    /** The names of all who have or wait for a place on any of these shifts, first come first, each once. */
    List<String> namesOn(Collection<ShiftId> shifts);

    /** The names of those who have a place on it, or are offered one, first come first. */
    List<String> holdersOf(ShiftId shift);

    /** Those of the shifts that stay on record: somebody is or was on them, lost them, or would swap for them. */
    Set<ShiftId> onRecord(Collection<ShiftId> shifts);
}
