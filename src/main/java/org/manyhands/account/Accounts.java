package org.manyhands.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** Every address that can sign in. */
public interface Accounts extends ListCrudRepository<Account, AccountId> {

    Optional<Account> findByEmail(EmailAddress email);

    boolean existsByEmail(EmailAddress email);

    boolean existsByMayCreateConferencesTrue();

    /** The account with this address, made if there is none. */
    default Account register(EmailAddress email, Instant now) {
        return findByEmail(email).orElseGet(() -> save(new Account(email, now)));
    }
}
