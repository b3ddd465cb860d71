package org.manyhands.shift;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names a timeslot of a conference. */
@Embeddable
public record TimeslotId(UUID timeslotId) {

    public static TimeslotId next() {
        return new TimeslotId(Ids.next());
    }

    /** For addresses; a text that is no UUID is no timeslot. */
    public static TimeslotId of(String text) {
        return new TimeslotId(Ids.parse(text));
    }
}
