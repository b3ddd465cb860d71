package org.manyhands.account;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ott.OneTimeTokenAuthentication;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Who is signed in, as controllers take it with {@code @AuthenticationPrincipal}. Its name is the account's id: sessions
 * are stored under it, and the audit trail reads it.
 */
public record SignedIn(AccountId accountId, EmailAddress email, Instant since)
        implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return accountId.toString();
    }

    static Optional<SignedIn> in(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    SecurityContext asContext() {
        return new SecurityContextImpl(new OneTimeTokenAuthentication(this, List.of()));
    }

    boolean isOlderThan(Duration age, Instant now) {
        return since.plus(age).isBefore(now);
    }
}
