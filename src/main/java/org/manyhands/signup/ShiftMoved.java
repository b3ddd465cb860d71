package org.manyhands.signup;

/**
 * A shift is at another time or place or is other work, and this signup went along. Told within the transaction that
 * moved it.
 *
 * @param had whether the shift is theirs; else they wait for it
 */
public record ShiftMoved(SignupId signup, boolean had, Whereabouts was) {}
