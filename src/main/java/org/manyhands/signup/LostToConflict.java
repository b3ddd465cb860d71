package org.manyhands.signup;

/** A shift moved, and this signup could not go along. Told within the transaction that moved it. */
public record LostToConflict(SignupId signup, Whereabouts was, Whereabouts becomes) {}
