package org.manyhands.shared;

/** An address leads nowhere, or nowhere we go; the message is the sentence an organizer reads. */
public final class CannotReach extends RuntimeException {

    private final String because;

    public CannotReach(String because) {
        super(because, null, false, false);
        this.because = because;
    }

    public String because() {
        return because;
    }
}
