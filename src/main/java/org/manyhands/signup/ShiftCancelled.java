package org.manyhands.signup;

/**
 * A shift does not take place. Told within the transaction that cancelled it.
 *
 * @param had whether the shift was theirs; else they waited for it
 */
public record ShiftCancelled(SignupId signup, boolean had) {}
