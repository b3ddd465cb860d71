package org.manyhands.shift;

/** What becomes of those who are on a shift that is to move. */
public enum Along {
    /** It moves only as long as nobody is on it. */
    NOBODY,
    /** It moves only if nobody has another shift then; everybody is told. */
    TOGETHER,
    /** Whoever has another shift then is put on the conflict list; everybody is told. */
    ANYHOW
}
