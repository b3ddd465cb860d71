package org.manyhands.signup.history;

/**
 * That a counter was said to be at its capacity at some instant between the two, both included.
 *
 * @param waits whoever was refused waits since, and so is among the changes that may have happened: being full has to be
 *     explained by the others
 */
record Refusal(boolean waits, long invoked, long returned, String who) {}
