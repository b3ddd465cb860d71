package org.manyhands.signup;

import java.util.List;

/** What became of asking for a swap, or of saying yes to one. */
sealed interface SwapOutcome {

    /** Both have the other's shift. */
    record Swapped() implements SwapOutcome {}

    /** Those on the wanted shift can see it. */
    record Offered() implements SwapOutcome {}

    /** Somebody else was faster, it was called off, or one of the two is not on their shift any more. */
    record Gone() implements SwapOutcome {}

    /**
     * The one who asks could not do the shift they would get.
     *
     * @param rule the name of the rule it would break
     * @param facts what the rule's words are filled with
     */
    record Refused(String rule, List<Object> facts) implements SwapOutcome {}

    /** The one who offered could not do the shift they would get, by now. */
    record DoesNotFitThem() implements SwapOutcome {}
}
