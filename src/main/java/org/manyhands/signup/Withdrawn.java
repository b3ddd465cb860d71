package org.manyhands.signup;

/** Somebody left a shift. Told within the transaction in which it came about. */
public record Withdrawn(SignupId signup) {}
