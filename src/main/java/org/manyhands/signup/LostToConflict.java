package org.manyhands.signup;

/**
 * A shift moved, and this signup could not go along. Told within the transaction that moved it.
 *
 * @param rule the name of the rule that stood against it
 */
public record LostToConflict(SignupId signup, Whereabouts was, Whereabouts becomes, String rule) {}
