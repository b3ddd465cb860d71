package org.manyhands.signup;

import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.account.EmailAddress;
import org.manyhands.shared.Ids;
import org.manyhands.shift.ShiftId;

/** What somebody sends to join, beside their profile: their address, their yes to the code of conduct, the shifts they picked. */
@NullUnmarked
record JoinForm(EmailAddress email, @AssertTrue boolean conduct, List<UUID> shift, UUID requestId) {

    static JoinForm picking(List<UUID> shifts) {
        return new JoinForm(null, false, shifts, Ids.next());
    }

    List<ShiftId> picks() {
        return shift == null
                ? List.of()
                : shift.stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(ShiftId::new)
                        .toList();
    }

    UUID request() {
        return Objects.requireNonNullElseGet(requestId, Ids::next);
    }
}
