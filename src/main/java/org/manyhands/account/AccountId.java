package org.manyhands.account;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Which account. */
@Embeddable
public record AccountId(UUID accountId) implements Serializable {

    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    @Override
    public String toString() {
        return accountId.toString();
    }
}
