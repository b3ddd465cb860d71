package org.manyhands.matching;

/**
 * What counts how much when shifts are suggested, in points. One point is about "nice", three are "this is why". A wish
 * goes before a need: who does what they like comes back next year; of two that are liked alike, the one that cannot
 * open without somebody comes first.
 */
final class Weights {

    private Weights() {}

    /** The setting that somebody asked for; taken off for its opposite, nothing for what lies between. */
    static final double SETTING = 3;

    /** A role that somebody said they would like. */
    static final double WISHED_ROLE = 4;

    /** A talk they starred is given where they would work, in a role that hears the talks. */
    static final double HEARS_A_STARRED_TALK = 4;

    /** It is below its minimum, and for each of the people missing; three or more missing count alike. */
    static final double NEED = 2;

    static final double NEED_FOR_EACH = 0.5;
    static final int NEED_COUNTED_AT_MOST = 3;

    /** It can open, but more people are wanted. */
    static final double WANTED = 1;

    /** It begins or ends within {@link #NEXT_TO_MINUTES} of a shift they have: one way to the venue, one waiting. */
    static final double NEXT_TO_ANOTHER = 2;

    static final int NEXT_TO_MINUTES = 30;

    /** It is more than {@link #FAR_HOURS} away from a shift they have, but less than {@link #SAME_DAY_HOURS}; taken off. */
    static final double FAR_FROM_OTHERS = 1;

    static final int FAR_HOURS = 4;
    static final int SAME_DAY_HOURS = 12;

    /** Taken off for the share of the hours they still want to give that it would take. */
    static final double HOURS = 1;

    /**
     * Taken off for each shift they have, up to three, where it could open without them: the easy ones are for those who
     * have none yet.
     */
    static final double LEAVES_TO_OTHERS = 0.5;

    static final int SHIFTS_COUNTED_AT_MOST = 3;

    /**
     * Suggested together with what they have: so many hours within any 24, the eight-hour day (ILO convention no. 1 of
     * 1919, article 2). People came for the conference; more is theirs to pick, and not ours to put to them.
     */
    static final int HOURS_WITHIN_A_DAY = 8;

    /** In all, for those who did not say how much they want to give: a day and a half. */
    static final int HOURS_UNLESS_TOLD = 12;
}
