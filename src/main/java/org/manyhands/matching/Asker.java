package org.manyhands.matching;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.TimeRange;
import org.manyhands.signup.Agenda;
import org.manyhands.volunteer.Suits;

/**
 * The one to whom shifts are suggested.
 *
 * @param wishes the slugs of the roles they would like
 * @param hoursWanted how much they want to give in all; as much as is needed for null
 * @param shifts when they work already
 * @param starred the talks they want to attend and that keep them busy, by their start
 */
record Asker(
        Suits suits,
        Set<String> wishes,
        @Nullable Duration hoursWanted,
        List<TimeRange> shifts,
        List<Agenda.Starred> starred) {

    /** How much of what they want to give is left; null for no end of it. */
    @Nullable
    Duration hoursLeft() {
        return hoursWanted == null
                ? null
                : shifts.stream().map(TimeRange::length).reduce(hoursWanted, Duration::minus);
    }
}
