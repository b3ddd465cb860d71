package org.manyhands.matching;

import org.manyhands.shift.ShiftList;

/**
 * A shift that is suggested to somebody.
 *
 * @param because a sentence that says why
 */
record Suggestion(ShiftList.Line shift, String because) {}
