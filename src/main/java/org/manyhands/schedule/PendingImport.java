package org.manyhands.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that waits for an organizer's yes.
 *
 * @param origin what the file was called, or the address it was fetched from
 * @param etag of the version that was fetched, where its server named one
 * @param by the address of who brought it; null for the timer
 * @param zone what its times mean where they name no zone, as an organizer said; null where nobody did
 */
record PendingImport(
        UUID id,
        byte[] file,
        String origin,
        boolean fetched,
        @Nullable String etag,
        @Nullable String by,
        @Nullable ZoneId zone,
        Instant madeAt) {}
