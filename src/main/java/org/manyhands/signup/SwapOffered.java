package org.manyhands.signup;

import org.jspecify.annotations.Nullable;

/**
 * Somebody would swap for a shift that another volunteer has. Told for each of those on it, within the transaction that
 * wrote the offer.
 *
 * @param given what they would get
 * @param asked what they would give
 * @param asker the name of who offers it, where they agreed to show it
 */
public record SwapOffered(
        SignupId given, SignupId asked, @Nullable String asker) {}
