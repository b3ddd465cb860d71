package org.manyhands.signup;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names a signup, for ever: leaving and coming back makes another one. */
@Embeddable
public record SignupId(UUID signupId) {

    /** From an address. */
    public static SignupId of(String id) {
        return new SignupId(Ids.parse(id));
    }
}
