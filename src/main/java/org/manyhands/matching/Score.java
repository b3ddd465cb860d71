package org.manyhands.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.manyhands.role.Setting;
import org.manyhands.shared.TimeRange;
import org.manyhands.volunteer.Suits;

/**
 * How well a shift suits somebody whom it fits: the sum of the {@link Weights} that apply. Knows nothing but what it is
 * given, so the same shift and person always score the same.
 */
final class Score {

    private Score() {}

    static double of(Candidate shift, Asker asker) {
        return setting(shift.setting(), asker.suits())
                + (asker.wishes().contains(shift.roleSlug()) ? Weights.WISHED_ROLE : 0)
                + (shift.heard() == null ? 0 : Weights.HEARS_A_STARRED_TALK)
                + need(shift)
                + distance(shift, asker)
                - hours(shift, asker)
                - leftToOthers(shift, asker);
    }

    /** Three settings in a row: the one asked for, its neighbour, its opposite. */
    private static double setting(Setting setting, Suits suits) {
        return suits == Suits.EITHER
                ? 0
                : Weights.SETTING
                        * (1
                                - Math.abs(setting.ordinal()
                                        - Setting.valueOf(suits.name()).ordinal()));
    }

    private static double need(Candidate shift) {
        if (shift.missing() > 0) {
            var people = Math.min(shift.missing(), Weights.NEED_COUNTED_AT_MOST);
            return Weights.NEED + people * Weights.NEED_FOR_EACH;
        }
        return shift.wanted() > 0 ? Weights.WANTED : 0;
    }

    private static double distance(Candidate shift, Asker asker) {
        return toTheNearest(shift.during(), asker)
                .map(gap -> {
                    if (gap.compareTo(Duration.ofMinutes(Weights.NEXT_TO_MINUTES)) <= 0) {
                        return Weights.NEXT_TO_ANOTHER;
                    }
                    var far = gap.compareTo(Duration.ofHours(Weights.FAR_HOURS)) > 0
                            && gap.compareTo(Duration.ofHours(Weights.SAME_DAY_HOURS)) < 0;
                    return far ? -Weights.FAR_FROM_OTHERS : 0.0;
                })
                .orElse(0.0);
    }

    /** Between the shift and the nearest of theirs. */
    static Optional<Duration> toTheNearest(TimeRange shift, Asker asker) {
        return asker.shifts().stream().map(other -> gap(shift, other)).min(Comparator.naturalOrder());
    }

    static Duration gap(TimeRange one, TimeRange other) {
        return between(
                one.start().isBefore(other.start()) ? one.end() : other.end(), later(one.start(), other.start()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** Nothing where the one runs into the other, as consecutive shifts may for the handover. */
    private static Duration between(Instant end, Instant start) {
        return end.isBefore(start) ? Duration.between(end, start) : Duration.ZERO;
    }

    private static double hours(Candidate shift, Asker asker) {
        var left = asker.hoursLeft();
        if (left == null) {
            return 0;
        }
        var share = (double) shift.during().length().toMinutes() / Math.max(1, left.toMinutes());
        return Weights.HOURS * Math.min(1, share);
    }

    private static double leftToOthers(Candidate shift, Asker asker) {
        return shift.missing() > 0
                ? 0
                : Weights.LEAVES_TO_OTHERS * Math.min(asker.shifts().size(), Weights.SHIFTS_COUNTED_AT_MOST);
    }
}
