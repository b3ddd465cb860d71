package org.manyhands.signup;

/** Somebody has another one's shift for their own. Told to each of the two, within the transaction that swapped them. */
public record Swapped(SignupId given, SignupId taken) {}
