package org.manyhands.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.manyhands.roster.SelfCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Remembers for a minute what the check found, so that asking costs this instance one query a minute at most. */
@Component
class LatestCheck implements SelfCheck {

    private static final Logger log = LoggerFactory.getLogger(LatestCheck.class);

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final InvariantCheck check;
    private final Clock clock;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile Answer latest = new Answer(Instant.EPOCH, null);

    LatestCheck(InvariantCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /** @param findings null where the check itself failed, or never ran */
    private record Answer(Instant at, @Nullable Findings findings) {}

    @Override
    public List<Fault> faults() {
        return findings().stream()
                .flatMap(found -> found.broken().entrySet().stream())
                .map(broken -> new Fault(broken.getKey().name(), broken.getValue()))
                .toList();
    }

    /** Those of the last minute; empty where they are not known. Whoever comes while another checks does not wait. */
    Optional<Findings> findings() {
        if (isStale() && checking.tryLock()) {
            try {
                if (isStale()) {
                    refresh();
                }
            } finally {
                checking.unlock();
            }
        }
        return Optional.ofNullable(latest.findings());
    }

    private boolean isStale() {
        return !latest.at().plus(KEPT).isAfter(clock.instant());
    }

    /** Checks now. A fault is logged when it is found or changes, not each minute that it lasts. */
    Optional<Findings> refresh() {
        var before = latest.findings() == null ? Map.of() : latest.findings().broken();
        latest = new Answer(clock.instant(), run());
        var found = Optional.ofNullable(latest.findings());
        found.map(Findings::broken)
                .ifPresent(broken -> broken.forEach((invariant, count) -> {
                    if (!count.equals(before.get(invariant))) {
                        log.error("Invariant {} is broken: {}", invariant, count);
                    }
                }));
        return found;
    }

    private @Nullable Findings run() {
        try {
            return check.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "The invariants cannot be checked: {}",
                    Optional.ofNullable(e.getMostSpecificCause().getMessage()).orElse("no reason given"));
            return null;
        }
    }
}
