package org.manyhands.schedule;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names a room of a conference's schedule. */
@Embeddable
record RoomId(UUID roomId) {

    /** For addresses; a text that is no UUID is no room. */
    public static RoomId of(String text) {
        return new RoomId(Ids.parse(text));
    }
}
