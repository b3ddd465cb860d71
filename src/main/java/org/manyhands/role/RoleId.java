package org.manyhands.role;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names a role of a conference. */
@Embeddable
public record RoleId(UUID roleId) {

    public static RoleId next() {
        return new RoleId(Ids.next());
    }

    /** For addresses; a text that is no UUID is no role. */
    public static RoleId of(String text) {
        return new RoleId(Ids.parse(text));
    }
}
