package org.manyhands.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.manyhands.shared.TimeRange;

/** How much work is put to somebody at once; what they pick by themselves is up to them. */
final class Workload {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration WITHIN_A_DAY = Duration.ofHours(Weights.HOURS_WITHIN_A_DAY);
    private static final Duration UNLESS_TOLD = Duration.ofHours(Weights.HOURS_UNLESS_TOLD);

    private Workload() {}

    /**
     * Whether a shift may be suggested beside others. One that stands alone always may, however long it is.
     *
     * @param saidHowMuch whether they told how many hours they want to give; the rules hold them to these
     */
    static boolean allows(TimeRange shift, Collection<TimeRange> others, boolean saidHowMuch) {
        var all = Stream.concat(Stream.of(shift), others.stream()).toList();
        return staysWithinADay(shift, others, all)
                && (saidHowMuch || others.isEmpty() || sum(all).compareTo(UNLESS_TOLD) <= 0);
    }

    /** In every stretch of 24 hours that has some of the shift in it; the fullest begins with a shift or ends with one. */
    private static boolean staysWithinADay(TimeRange shift, Collection<TimeRange> others, List<TimeRange> all) {
        return all.stream()
                .flatMap(each -> Stream.of(each.start(), each.end().minus(DAY)))
                .map(start -> new TimeRange(start, start.plus(DAY)))
                .filter(day -> day.overlaps(shift) && others.stream().anyMatch(day::overlaps))
                .allMatch(day -> within(day, all).compareTo(WITHIN_A_DAY) <= 0);
    }

    private static Duration within(TimeRange day, List<TimeRange> shifts) {
        return shifts.stream()
                .filter(day::overlaps)
                .map(shift -> Duration.between(later(day.start(), shift.start()), sooner(day.end(), shift.end())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration sum(List<TimeRange> shifts) {
        return shifts.stream().map(TimeRange::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant sooner(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
