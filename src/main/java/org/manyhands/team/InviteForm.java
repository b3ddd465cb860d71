package org.manyhands.team;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.account.EmailAddress;

/** What an organizer types to ask somebody into the team. */
@NullUnmarked
record InviteForm(
        @NotNull EmailAddress email,
        @NotNull(message = "{team.right}") Right right,
        List<UUID> roles) {

    static final InviteForm EMPTY = new InviteForm(null, null, List.of());

    RightForm asked() {
        return new RightForm(right, roles, null);
    }
}
