package org.manyhands.signup;

/** Somebody asks for another one to take their shift, perhaps later than they may leave it. Told within the transaction in which it came about. */
public record CoverWanted(SignupId signup, boolean late) {}
