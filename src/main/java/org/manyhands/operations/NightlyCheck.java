package org.manyhands.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Checks the invariants while nobody signs up, also where nobody ever asks; several instances only say it twice. */
@Component
class NightlyCheck {

    private static final Logger log = LoggerFactory.getLogger(NightlyCheck.class);

    private final LatestCheck latest;

    NightlyCheck(LatestCheck latest) {
        this.latest = latest;
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "UTC")
    void run() {
        latest.refresh().map(Findings::broken).ifPresent(broken -> {
            if (broken.isEmpty()) {
                log.info("Nightly check: all {} invariants hold", Invariant.values().length);
            } else {
                log.error(
                        "Nightly check: {} of {} invariants are broken: {}",
                        broken.size(),
                        Invariant.values().length,
                        broken);
            }
        });
    }
}
