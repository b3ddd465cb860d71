package org.manyhands.signup;

import org.manyhands.shared.TimeRange;

/**
 * A talk that somebody starred is on while they work now, and was not before.
 *
 * @param during when the talk is on now
 */
public record TalkMovedIntoShift(SignupId signup, String talk, TimeRange during) {}
