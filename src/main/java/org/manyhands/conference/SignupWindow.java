package org.manyhands.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When volunteers may take shifts: from the opening on, until the closing; no bound where there is none. */
@Embeddable
public record SignupWindow(
        @Column(name = "signup_opens_at") @Nullable Instant opensAt,
        @Column(name = "signup_closes_at") @Nullable Instant closesAt) {

    /**
     * When the conference's first days of sign-up are over, for a reader's SQL: at the time of day at which they began,
     * by its own clock, which may have changed meanwhile.
     */
    public static final String FIRST_DAYS_END =
            "(signup_opens_at at time zone zone + make_interval(days => first_days)) at time zone zone";

    public static final SignupWindow ALWAYS = new SignupWindow(null, null);

    public boolean hasOpened(Instant now) {
        return opensAt == null || !now.isBefore(opensAt);
    }

    public boolean hasClosed(Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }

    public boolean isOpen(Instant now) {
        return hasOpened(now) && !hasClosed(now);
    }
}
