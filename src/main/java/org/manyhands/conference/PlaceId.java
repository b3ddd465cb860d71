package org.manyhands.conference;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names a place of a conference. */
@Embeddable
public record PlaceId(UUID placeId) {

    public static PlaceId next() {
        return new PlaceId(Ids.next());
    }

    /** For addresses; a text that is no UUID is no place. */
    public static PlaceId of(String text) {
        return new PlaceId(Ids.parse(text));
    }
}
