package org.manyhands.volunteer;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names a volunteer of a conference. */
@Embeddable
public record VolunteerId(UUID volunteerId) {

    public static VolunteerId next() {
        return new VolunteerId(Ids.next());
    }
}
