package org.manyhands.shared;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, half-open: the start belongs to it, the end does not, so that one may begin where another ends. */
public record TimeRange(Instant start, Instant end) {

    public TimeRange {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a stretch of time must end after it starts: " + start + " to " + end);
        }
    }

    public boolean overlaps(TimeRange other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
