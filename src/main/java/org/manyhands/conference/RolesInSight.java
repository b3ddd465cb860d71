package org.manyhands.conference;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.NotFound;

/**
 * The roles whose shifts and people the asker may see and change below {@code /organize}: all of a conference for its
 * organizers, a role lead's own for a role lead. Handlers take it as an argument and readers narrow their SQL by it:
 * {@code (:roles::uuid[] is null or role_id = any(:roles))}.
 *
 * @param ids null for every role
 */
public record RolesInSight(@Nullable Set<UUID> ids) {

    public static final RolesInSight EVERY = new RolesInSight(null);

    public boolean everyRole() {
        return ids == null;
    }

    public boolean includes(UUID role) {
        return ids == null || ids.contains(role);
    }

    /** @throws NotFound for a role that is none of these: to the asker it does not exist */
    public void require(UUID role) {
        if (!includes(role)) {
            throw new NotFound();
        }
    }

    /** For a parameter of type {@code uuid[]}; null for every role. */
    public UUID @Nullable [] forSql() {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }
}
