package org.manyhands.signup;

/** Somebody else took over this one's shift. Told within the transaction in which it came about. */
public record Covered(SignupId signup) {}
