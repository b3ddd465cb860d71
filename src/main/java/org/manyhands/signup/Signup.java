package org.manyhands.signup;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;

/** A volunteer on a shift. Made by {@link SignupService} in SQL, as its exclusion constraint asks; changed here. */
@Entity
class Signup {

    /** Where a signup stands; {@code CONFIRMED} and {@code OFFERED} hold a place. */
    enum State {
        CONFIRMED,
        WAITLISTED,
        OFFERED,
        WITHDRAWN,
        REMOVED
    }

    @EmbeddedId
    private SignupId id;

    private ShiftId shiftId;
    private VolunteerId volunteerId;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable Instant leftAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Signup() {}

    void withdraw(Instant now) {
        state = State.WITHDRAWN;
        leftAt = now;
    }

    SignupId id() {
        return id;
    }

    ShiftId shiftId() {
        return shiftId;
    }

    State state() {
        return state;
    }
}
