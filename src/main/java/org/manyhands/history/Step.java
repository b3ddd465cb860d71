package org.manyhands.history;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How somebody stands with a shift after what was done to their signup: the before and after of a signup. */
enum Step {
    HAS_IT("confirmed", "assigned", "moved", "reassigned", "swapped", "inherited"),
    WAITS("waitlisted"),
    IS_OFFERED_IT("offered"),
    LEFT_THE_LINE("left-the-line", "offer-ran-out"),
    LEFT("withdrawn", "covered", "swapped-away"),
    IS_OFF_IT("removed", "cancelled"),
    LOST_IT("lost-to-conflict");

    private static final String SIGNUP = "signup.";

    private final String[] actions;

    Step(String... actions) {
        this.actions = actions;
    }

    /** Those that change how somebody stands with a shift. */
    static String[] actions() {
        return Arrays.stream(values())
                .flatMap(step -> Arrays.stream(step.actions))
                .map(SIGNUP::concat)
                .toArray(String[]::new);
    }

    static Optional<Step> of(@Nullable String action) {
        return Arrays.stream(values())
                .filter(step -> action != null
                        && action.startsWith(SIGNUP)
                        && Arrays.asList(step.actions).contains(action.substring(SIGNUP.length())))
                .findFirst();
    }
}
