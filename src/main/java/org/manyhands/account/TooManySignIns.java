package org.manyhands.account;

import java.time.Duration;

/** Several mails to one address lie unused: more of them would help nobody, and might be somebody's way to annoy. */
class TooManySignIns extends RuntimeException {

    private final Duration retryAfter;

    TooManySignIns(Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    long seconds() {
        return retryAfter.toSeconds() + 1;
    }

    long minutes() {
        return retryAfter.toMinutes() + 1;
    }
}
