package org.manyhands.signup.history;

/**
 * Adds one to a counter, or takes one away, at some instant between the two, both included.
 *
 * @param by 1 or -1
 * @param returned {@link #NEVER} where no answer came: it may have happened since, or not at all
 * @param who for the words of a finding
 */
record Change(int by, long invoked, long returned, String who) {

    static final long NEVER = Long.MAX_VALUE;
}
