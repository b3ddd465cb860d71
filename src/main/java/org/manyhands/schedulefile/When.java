package org.manyhands.schedulefile;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From when to when an entry lasts, and what is odd about that. The end is never before the start. */
record When(Instant start, Instant end, Set<Flag> flags) {

    /** An end that is a date only is, as in iCalendar, the day after the last; the same day twice is one day. */
    static When between(Moment start, @Nullable Moment end) {
        if (end == null) {
            return lasting(start, null);
        }
        var until =
                start.wholeDay() && end.at().isEqual(start.at()) ? start.at().plusDays(1) : end.at();
        var when = lasting(start, Duration.between(start.instant(), until.toInstant()));
        return end.assumed() ? when.and(Flag.ZONE_ASSUMED) : when;
    }

    static When lasting(Moment start, @Nullable Duration length) {
        var flags = EnumSet.noneOf(Flag.class);
        if (start.assumed()) {
            flags.add(Flag.ZONE_ASSUMED);
        }
        if (start.wholeDay()) {
            flags.add(Flag.ALL_DAY);
        }
        if (length == null && start.wholeDay()) {
            return new When(start.instant(), start.at().plusDays(1).toInstant(), flags);
        }
        if (length == null) {
            flags.add(Flag.NO_END);
            return new When(start.instant(), start.instant(), flags);
        }
        return new When(start.instant(), start.instant().plus(checked(length, flags)), flags);
    }

    private static Duration checked(Duration length, Set<Flag> flags) {
        if (length.isNegative()) {
            flags.add(Flag.END_BEFORE_START);
            return Duration.ZERO;
        }
        if (length.isZero()) {
            flags.add(Flag.ZERO_LENGTH);
        }
        if (length.compareTo(Duration.ofDays(Caps.DAYS)) > 0) {
            throw new Unreadable("It lasts " + length.toDays() + " days, which cannot be right.");
        }
        return length;
    }

    When and(Flag flag) {
        var more = EnumSet.of(flag);
        more.addAll(flags);
        return new When(start, end, more);
    }

    Duration length() {
        return Duration.between(start, end);
    }
}
