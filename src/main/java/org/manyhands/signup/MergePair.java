package org.manyhands.signup;

import org.manyhands.volunteer.VolunteerId;

/** Who goes into whom: the one with an account stays; of two who walked in, the first that was named. */
record MergePair(SamePerson.Someone kept, SamePerson.Someone gone) {

    /** Whose shifts stay where two of them overlap. */
    enum Keep {
        OF_KEPT,
        OF_GONE
    }

    static MergePair of(SamePerson.Someone one, SamePerson.Someone other) {
        return one.walkedIn() && !other.walkedIn() ? new MergePair(other, one) : new MergePair(one, other);
    }

    VolunteerId keptId() {
        return kept.helper().id();
    }

    VolunteerId goneId() {
        return gone.helper().id();
    }
}
