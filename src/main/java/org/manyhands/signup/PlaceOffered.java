package org.manyhands.signup;

import java.time.Instant;

/** A place became free late, and is kept for somebody until then. Told within the transaction in which it came about. */
public record PlaceOffered(SignupId signup, Instant until) {}
