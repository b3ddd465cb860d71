package org.manyhands.signup;

/**
 * An organizer took somebody off a shift. Told within the transaction in which it came about.
 *
 * @param had whether the shift was theirs; else they waited for it
 * @param word from the organizers, or nothing
 */
public record RemovedFromShift(SignupId signup, boolean had, String word) {}
