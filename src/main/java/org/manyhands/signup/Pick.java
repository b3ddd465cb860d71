package org.manyhands.signup;

import java.io.Serializable;
import java.util.List;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shift.ShiftList;

/**
 * What became of a shift that somebody picked before they were known, as their next page tells it.
 *
 * @param told why they do not have it; the good news where they do
 * @param instead what they could take, where they do not have it
 */
record Pick(Option shift, boolean taken, Flash told, List<Option> instead) implements Serializable {

    /** A shift in words. */
    record Option(String id, String role, String when, String place) implements Serializable {

        static Option of(ShiftList.Line shift, ConferencePage conference) {
            return new Option(
                    shift.id().shiftId().toString(),
                    shift.role(),
                    conference.times().when(shift.during()),
                    shift.place());
        }
    }
}
