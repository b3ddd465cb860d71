package org.manyhands.announcing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What organizers write to many: a draft until it is sent, and then as it went out.
 *
 * @param sentTo to whom, in words; null for a draft
 * @param version rises with each change of a draft
 */
record Announcement(
        UUID id,
        String subject,
        String body,
        Audience audience,
        @Nullable String sentTo,
        @Nullable Instant sentAt,
        Instant writtenAt,
        int version) {

    static final int LONGEST_SUBJECT = 150;
    static final int LONGEST_BODY = 5000;

    public boolean isSent() {
        return sentAt != null;
    }
}
