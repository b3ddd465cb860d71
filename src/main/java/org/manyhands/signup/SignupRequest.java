package org.manyhands.signup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.SignupWindow;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Staffing;

/**
 * What is known when somebody asks for a shift; read while their row and the shift's are locked, so that it stays true
 * until the answer is written.
 *
 * @param clash the first shift of theirs that overlaps this one
 */
record SignupRequest(
        Instant now,
        TimeRange during,
        boolean published,
        SignupWindow window,
        boolean alreadyOn,
        @Nullable Clash clash,
        Staffing staffing) {

    /** Another shift of the same person. */
    record Clash(String role, TimeRange during) {}
}
