package org.manyhands.schedulefile;

/** Ends the fetching of a file; the message is the sentence an organizer reads. */
final class CannotFetch extends RuntimeException {

    private final String because;

    CannotFetch(String because) {
        super(because, null, false, false);
        this.because = because;
    }

    String because() {
        return because;
    }
}
