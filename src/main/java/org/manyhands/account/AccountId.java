package org.manyhands.account;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names an account. */
@Embeddable
public record AccountId(UUID accountId) {

    public static AccountId next() {
        return new AccountId(Ids.next());
    }
}
