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

    /** One that is not offered here any more, or never was: nothing more can be said of it. */
    static Pick gone() {
        return new Pick(
                new Option("", "A shift that you picked", "", ""),
                false,
                Flash.notDone("signup.refused." + SignupRule.SHIFT_IS_PUBLISHED),
                List.of());
    }

    /** Whether they wait for it instead, or it is kept for them. */
    public boolean waits() {
        return !taken && told.tone() == Flash.Tone.DONE;
    }

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
