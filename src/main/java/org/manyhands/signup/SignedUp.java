package org.manyhands.signup;

/**
 * Somebody has a shift. Told within the transaction in which it came about.
 *
 * @param wasInLine whether they waited for it before
 * @param assigned whether organizers put them on it
 */
public record SignedUp(SignupId signup, boolean wasInLine, boolean assigned) {}
