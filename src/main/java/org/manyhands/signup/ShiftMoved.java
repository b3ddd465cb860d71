package org.manyhands.signup;

/** A shift is at another time or place or is other work, and this signup went along. Told within the transaction that moved it. */
public record ShiftMoved(SignupId signup, Whereabouts was) {}
