package org.manyhands.signup;

/** Nobody said yes to a place in time, and it went on to the next in line. Told within the transaction in which it came about. */
public record OfferRanOut(SignupId signup) {}
