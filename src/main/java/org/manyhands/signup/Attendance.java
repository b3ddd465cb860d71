package org.manyhands.signup;

/** Whether somebody came to a shift of theirs. */
public enum Attendance {
    EXPECTED,
    ARRIVED,
    /** Came and went. */
    DONE,
    NO_SHOW
}
