package org.manyhands.schedulefile;

import java.util.Optional;

/** What came of fetching a schedule from an address. */
public sealed interface Fetched {

    /**
     * The file that is there.
     *
     * @param etag the server's name for this version of it (RFC 9110, 8.8.3), to be given along next time
     */
    record File(byte[] content, Optional<String> etag) implements Fetched {}

    /** It is still the version that was named. */
    record Unchanged() implements Fetched {}

    /** There is nothing to be had; the sentence tells an organizer why, and nothing of what a server answered. */
    record Refused(String because) implements Fetched {}
}
