package org.manyhands.signup;

/** Somebody left a shift. Told within the transaction that freed the place. */
public record Withdrawn(SignupId signup) {}
