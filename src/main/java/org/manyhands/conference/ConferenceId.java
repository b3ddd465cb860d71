package org.manyhands.conference;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names a conference. */
@Embeddable
public record ConferenceId(UUID conferenceId) {

    public static ConferenceId next() {
        return new ConferenceId(Ids.next());
    }
}
