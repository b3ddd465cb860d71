package org.manyhands.messaging;

import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Facts;

/**
 * What an organizer says of the chat.
 *
 * @param address empty to keep the one that is set, which no page shows
 */
@NullUnmarked
record ChatForm(@Size(max = 2000) String address, boolean belowMinimum, boolean coverWanted, Integer version) {

    static ChatForm of(@Nullable ChatSettings settings) {
        return settings == null
                ? new ChatForm("", true, true, null)
                : new ChatForm("", settings.belowMinimum(), settings.coverWanted(), settings.version());
    }

    /** For the page on which a stale edit comes back. */
    public Map<String, String> inWords() {
        return Facts.of(
                "Shifts that cannot open", belowMinimum ? "Yes" : "No", "Cover wanted", coverWanted ? "Yes" : "No");
    }
}
