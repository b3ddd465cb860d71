package org.manyhands.matching;

import org.jspecify.annotations.Nullable;
import org.manyhands.role.Setting;
import org.manyhands.shared.TimeRange;

/**
 * A shift with room that fits somebody and may be suggested to them.
 *
 * @param missing how many people it lacks to open
 * @param wanted how many more are wanted
 * @param heard the starred talk that they would hear there
 */
record Candidate(
        TimeRange during,
        String roleSlug,
        Setting setting,
        int missing,
        int wanted,
        @Nullable String heard) {}
