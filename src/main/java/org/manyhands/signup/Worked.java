package org.manyhands.signup;

/** How long people worked, for readers' SQL over {@code signup join shift}. */
public final class Worked {

    /** What was planned. */
    public static final String PLANNED = "(upper(shift.during) - lower(shift.during))";

    /** Between coming and going; what was planned where nobody wrote that down; null for who has not done it. */
    public static final String TIME =
            "(case when attendance = 'DONE' then coalesce(done_at - arrived_at, " + PLANNED + ") end)";

    private Worked() {}
}
