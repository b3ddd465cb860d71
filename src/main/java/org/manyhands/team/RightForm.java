package org.manyhands.team;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.FormRefusal;

/**
 * What an organizer ticks of a member's right.
 *
 * @param roles those a role lead leads; of no account for other rights
 * @param was the right that the form showed
 */
@NullUnmarked
record RightForm(@NotNull(message = "{team.right}") Right right, List<UUID> roles, Right was) {

    RightForm {
        roles = roles == null
                ? List.of()
                : roles.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** @throws FormRefusal where a role lead would lead nothing */
    List<UUID> leads() {
        if (right != Right.ROLE_LEAD) {
            return List.of();
        }
        if (roles.isEmpty()) {
            throw new FormRefusal("roles", "team.roles");
        }
        return roles;
    }
}
