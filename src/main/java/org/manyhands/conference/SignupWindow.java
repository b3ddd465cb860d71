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
