package org.manyhands.needs;

import java.util.Optional;
import org.manyhands.conference.PlaceId;
import org.manyhands.role.RoleId;
import org.manyhands.shared.NotFound;

/** A column of the grid: a role at a place. */
record Column(RoleId role, PlaceId place) {

    /** As forms and addresses name it. */
    public String key() {
        return role.roleId() + "." + place.placeId();
    }

    /** Empty where it names none. */
    static Optional<Column> of(String key) {
        var parts = key.split("\\.", 2);
        try {
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new Column(RoleId.of(parts[0]), PlaceId.of(parts[1])));
        } catch (NotFound unreadable) {
            return Optional.empty();
        }
    }
}
