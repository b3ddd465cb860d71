package org.manyhands.database;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be had: what is wrong, and what to do about it. */
class EmbeddedDatabaseException extends RuntimeException {

    private final String wayOut;

    EmbeddedDatabaseException(String whatIsWrong, String wayOut, @Nullable Throwable cause) {
        super(whatIsWrong, cause);
        this.wayOut = wayOut;
    }

    String wayOut() {
        return wayOut;
    }
}
