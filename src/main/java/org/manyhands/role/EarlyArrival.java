package org.manyhands.role;

import java.time.Duration;
import java.time.Instant;
import org.manyhands.shared.TimeRange;

/** Work at which one is expected some minutes before it begins. */
public interface EarlyArrival {

    TimeRange during();

    int arriveEarlyMinutes();

    default Instant arriveAt() {
        return during().start().minus(Duration.ofMinutes(arriveEarlyMinutes()));
    }
}
