package org.manyhands.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Every address that can sign in. */
public interface Accounts extends JpaRepository<Account, AccountId> {

    Optional<Account> findByEmail(EmailAddress email);

    boolean existsByEmail(EmailAddress email);

    boolean existsByMayCreateConferencesTrue();

    /** The account with this address, made if there is none. */
    default Account register(EmailAddress email, Instant now) {
        return findByEmail(email).orElseGet(() -> saveAndFlush(new Account(email, now)));
    }
}
