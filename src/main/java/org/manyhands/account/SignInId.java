package org.manyhands.account;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Which request to sign in; what it brings along is stored by another module under this id. */
@Embeddable
public record SignInId(UUID signInId) implements Serializable {

    static SignInId next() {
        return new SignInId(Ids.next());
    }
}
