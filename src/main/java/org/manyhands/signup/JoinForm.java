package org.manyhands.signup;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.account.EmailAddress;
import org.manyhands.shared.Ids;

/** What somebody sends to join, beside their profile and the shifts they picked. */
@NullUnmarked
record JoinForm(EmailAddress email, UUID requestId) {

    static JoinForm empty() {
        return new JoinForm(null, Ids.next());
    }

    UUID request() {
        return Objects.requireNonNullElseGet(requestId, Ids::next);
    }
}
