package org.manyhands.schedulefile;

/** Ends the reading of one entry, not of the file; the message is the sentence an organizer reads. */
final class Unreadable extends RuntimeException {

    private final String because;

    Unreadable(String because) {
        super(because, null, false, false);
        this.because = because;
    }

    String because() {
        return because;
    }
}
