package org.manyhands.signup;

import java.util.List;
import org.manyhands.shift.ShiftId;

/** What became of asking for a shift. */
public sealed interface SignupOutcome {

    ShiftId shift();

    /** They have it. */
    record Confirmed(ShiftId shift, SignupId signup) implements SignupOutcome {}

    /**
     * They wait in line for it.
     *
     * @param place how many wait up to and with them: 1 for the head of the line
     */
    record Waitlisted(ShiftId shift, SignupId signup, int place) implements SignupOutcome {}

    /** The same request was answered before, and since then a place became free that is kept for them to accept. */
    record Offered(ShiftId shift) implements SignupOutcome {}

    /** The same request was answered before, and they left the shift since. */
    record LeftSince(ShiftId shift) implements SignupOutcome {}

    /**
     * They do not have it.
     *
     * @param rule the name of the rule it would break
     * @param facts what the rule's words are filled with
     */
    record Refused(ShiftId shift, String rule, List<Object> facts) implements SignupOutcome {

        static Refused by(SignupRule rule, ShiftId shift, SignupRequest request) {
            return new Refused(shift, rule.name(), rule.factsOf(request));
        }
    }
}
