package org.manyhands.signup;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Ids;
import org.manyhands.shift.ShiftId;

/** Somebody would give their shift for another one; the first yes of those on that one swaps the two. */
@Entity
class SwapOffer {

    private enum End {
        SWAPPED,
        CALLED_OFF
    }

    @Id
    private UUID swapOfferId;

    private ConferenceId conferenceId;
    private SignupId signupId;

    @Embedded
    @AttributeOverride(name = "shiftId", column = @Column(name = "wanted_shift_id"))
    private ShiftId wantedShiftId;

    private Instant offeredAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable End endedAs;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected SwapOffer() {}

    SwapOffer(Signup given, ShiftId wanted, Instant now) {
        this.swapOfferId = Ids.next();
        this.conferenceId = given.conferenceId();
        this.signupId = given.id();
        this.wantedShiftId = wanted;
        this.offeredAt = now;
    }

    void swapped(Instant now) {
        endedAs = End.SWAPPED;
        endedAt = now;
    }

    void callOff(Instant now) {
        endedAs = End.CALLED_OFF;
        endedAt = now;
    }

    UUID id() {
        return swapOfferId;
    }

    SignupId signupId() {
        return signupId;
    }

    ShiftId wanted() {
        return wantedShiftId;
    }

    boolean isSwapped() {
        return endedAs == End.SWAPPED;
    }

    boolean isOpen() {
        return endedAt == null;
    }
}
