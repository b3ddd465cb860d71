package org.manyhands.signup;

/** Somebody has a shift. Told within the transaction that gave it to them. */
public record SignedUp(SignupId signup) {}
