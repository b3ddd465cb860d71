package org.manyhands.signup;

/** Somebody has a shift. Told within the transaction in which it came about. */
public record SignedUp(SignupId signup) {}
