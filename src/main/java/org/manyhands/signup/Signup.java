package org.manyhands.signup;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.TimeRange;
import org.manyhands.shared.TimeRangeType;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;

/** A volunteer on a shift. Made by {@link SignupRows} in SQL, as its exclusion constraint asks; changed here. */
@Entity
@DynamicUpdate
class Signup {

    /** Where a signup stands; {@code CONFIRMED} and {@code OFFERED} hold a place. */
    enum State {
        CONFIRMED,
        WAITLISTED,
        /** A place that became free late: kept for a yes. */
        OFFERED,
        WITHDRAWN,
        REMOVED
    }

    /** Why somebody is not on a shift any more who did not leave it. */
    enum Removal {
        OFFER_RAN_OUT,
        /** The shift moved to where they have another one. */
        CONFLICT,
        CANCELLED,
        ORGANIZER
    }

    @EmbeddedId
    private SignupId id;

    private ConferenceId conferenceId;
    private ShiftId shiftId;
    private VolunteerId volunteerId;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable Instant offeredUntil;
    private @Nullable Instant coverAskedAt;
    private @Nullable Instant leftAt;

    @Embedded
    private Presence presence;

    @Enumerated(EnumType.STRING)
    private @Nullable Removal removedBecause;

    /** When they had the shift, where they could not go along with it. */
    @Type(TimeRangeType.class)
    private @Nullable TimeRange conflictDuring;

    /** What it was to become: the same shift after its move, or another one. */
    @AttributeOverride(name = "shiftId", column = @Column(name = "conflict_shift_id"))
    private @Nullable ShiftId conflictShift;

    /** The {@link SignupRule} that stood against going along. */
    private @Nullable String conflictRule;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Signup() {}

    void confirm() {
        state = State.CONFIRMED;
        offeredUntil = null;
    }

    /** Holds a place for them, for a while. */
    void offer(Instant until) {
        state = State.OFFERED;
        offeredUntil = until;
    }

    void withdraw(Instant now) {
        leave(State.WITHDRAWN, now);
    }

    void remove(Removal why, Instant now) {
        leave(State.REMOVED, now);
        removedBecause = why;
    }

    /**
     * Could not go along: now the organizers are to deal with it.
     *
     * @param had when it was
     * @param to what it was to become
     */
    void loseTo(SignupRule rule, TimeRange had, ShiftId to, Instant now) {
        remove(Removal.CONFLICT, now);
        conflictRule = rule.name();
        conflictShift = to;
        conflictDuring = had;
    }

    boolean isConflict() {
        return removedBecause == Removal.CONFLICT;
    }

    private void leave(State left, Instant now) {
        state = left;
        leftAt = now;
        offeredUntil = null;
        coverAskedAt = null;
        presence = Presence.AWAITED;
    }

    /** Who came, and when. */
    void isWrittenDown(Presence presence) {
        this.presence = presence;
    }

    /** It stays theirs until somebody takes it. */
    void askForCover(Instant now) {
        coverAskedAt = now;
    }

    void keepAfterAll() {
        coverAskedAt = null;
    }

    boolean isOfferedAt(Instant now) {
        return state == State.OFFERED && offeredUntil != null && now.isBefore(offeredUntil);
    }

    boolean holdsAPlace() {
        return state == State.CONFIRMED || state == State.OFFERED;
    }

    boolean wantsCover() {
        return coverAskedAt != null;
    }

    SignupId id() {
        return id;
    }

    SignupRef ref() {
        return new SignupRef(id, conferenceId, volunteerId, shiftId);
    }

    ConferenceId conferenceId() {
        return conferenceId;
    }

    ShiftId shiftId() {
        return shiftId;
    }

    VolunteerId volunteerId() {
        return volunteerId;
    }

    State state() {
        return state;
    }

    Presence presence() {
        return presence;
    }

    int version() {
        return version;
    }
}
