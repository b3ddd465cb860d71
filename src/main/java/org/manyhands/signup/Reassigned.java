package org.manyhands.signup;

/** An organizer gave somebody another shift for the one they had. Told within the transaction that did, before its mails. */
public record Reassigned(SignupId had, SignupId has) {}
