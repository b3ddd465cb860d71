package org.manyhands.account;

import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** The account that is asking; its authentication's name is the account's id. */
public record SignedIn(AccountId accountId, String email) implements Principal, Serializable {

    @Override
    public String getName() {
        return accountId.accountId().toString();
    }

    /** Whoever sent the request in hand; nobody where it is a visitor's. */
    public static Optional<SignedIn> asking() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal())
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }
}
