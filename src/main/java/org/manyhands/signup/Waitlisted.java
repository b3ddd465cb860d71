package org.manyhands.signup;

/** Somebody is in line for a shift; told within the transaction that put them there. */
public record Waitlisted(SignupId signup) {}
