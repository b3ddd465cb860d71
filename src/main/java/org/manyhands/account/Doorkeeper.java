package org.manyhands.account;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Decides about the doors that being signed in does not open by itself. */
@Component
class Doorkeeper {

    /** How long a sign-in opens organizers' pages, however busy the organizer is. */
    static final Duration ORGANIZER_AT_MOST = Duration.ofHours(12);

    private final Accounts accounts;
    private final Rights rights;
    private final Clock clock;

    Doorkeeper(Accounts accounts, Rights rights, Clock clock) {
        this.accounts = accounts;
        this.rights = rights;
        this.clock = clock;
    }

    /** To pages of the conference in the address, for those who stand that far with it. */
    AuthorizationManager<RequestAuthorizationContext> to(Rights.Standing standing) {
        return (asking, door) -> SignedIn.in(asking.get())
                .filter(who -> standing(who, door.getVariables().get("c")).isAtLeast(standing))
                .map(who -> new AuthorizationDecision(isFresh(who)))
                .orElse(new AuthorizationDecision(false));
    }

    /** To making conferences. */
    AuthorizationDecision founder(
            Supplier<? extends @Nullable Authentication> asking, RequestAuthorizationContext door) {
        return SignedIn.in(asking.get())
                .filter(who -> accounts.findById(who.accountId())
                        .filter(Account::mayCreateConferences)
                        .isPresent())
                .map(who -> new AuthorizationDecision(isFresh(who)))
                .orElse(new AuthorizationDecision(false));
    }

    private Rights.Standing standing(SignedIn who, @Nullable String slug) {
        return slug == null ? Rights.Standing.NONE : rights.standing(who.accountId(), slug);
    }

    /** @throws CredentialsExpiredException which asks to sign in again; only those who may enter get to know this */
    private boolean isFresh(SignedIn who) {
        if (who.isOlderThan(ORGANIZER_AT_MOST, clock.instant())) {
            throw new CredentialsExpiredException("signed in too long ago for an organizer");
        }
        return true;
    }
}
