package org.manyhands.signup;

import org.manyhands.shared.TimeRange;

/** What somebody does, where and when, as it was told to them. */
public record Whereabouts(String role, String place, TimeRange during) {}
