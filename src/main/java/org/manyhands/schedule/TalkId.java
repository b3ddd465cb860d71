package org.manyhands.schedule;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names an entry of a conference's schedule. */
@Embeddable
public record TalkId(UUID talkId) {

    static TalkId next() {
        return new TalkId(Ids.next());
    }

    /** For addresses; a text that is no UUID is no talk. */
    public static TalkId of(String text) {
        return new TalkId(Ids.parse(text));
    }
}
