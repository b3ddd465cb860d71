package org.manyhands.schedulefile;

/** Ends the reading of a file; the message is the sentence an organizer reads. */
final class CannotRead extends RuntimeException {

    private final String because;

    CannotRead(String because) {
        super(because, null, false, false);
        this.because = because;
    }

    String because() {
        return because;
    }
}
