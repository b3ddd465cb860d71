package org.manyhands.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places that became free late and are kept for a while for whoever was first in line. */
@Service
class Offers {

    private final SignupLocks locks;
    private final Signups signups;
    private final SignupNews news;
    private final Clock clock;

    Offers(SignupLocks locks, Signups signups, SignupNews news, Clock clock) {
        this.locks = locks;
        this.signups = signups;
        this.news = news;
        this.clock = clock;
    }

    /** What became of saying yes to an offered place. */
    enum Answer {
        ACCEPTED,
        /** They said yes before, or have the shift in another way. */
        THEIRS_ALREADY,
        RAN_OUT,
        NONE_OFFERED
    }

    @RetriedOnConflict
    @Transactional
    Answer accept(VolunteerId volunteer, ShiftId shift) {
        locks.take(volunteer, List.of(shift));
        var now = clock.instant();
        return signups.active(volunteer.volunteerId(), shift.shiftId())
                .map(signup -> switch (signup.state()) {
                    case CONFIRMED -> Answer.THEIRS_ALREADY;
                    case OFFERED -> accept(signup, now);
                    default -> Answer.NONE_OFFERED;
                })
                .orElse(Answer.NONE_OFFERED);
    }

    /** The sweep, which takes back what ran out, may not have come by yet. */
    private Answer accept(Signup offered, Instant now) {
        if (!offered.isOfferedAt(now)) {
            return Answer.RAN_OUT;
        }
        offered.confirm();
        news.promoted(offered);
        return Answer.ACCEPTED;
    }

    /** Frees the place for the next in line, unless it was taken at the last moment. */
    @RetriedOnConflict
    @Transactional
    void end(VolunteerId volunteer, ShiftId shift) {
        locks.take(volunteer, List.of(shift));
        var now = clock.instant();
        signups.active(volunteer.volunteerId(), shift.shiftId())
                .filter(signup -> signup.state() == Signup.State.OFFERED && !signup.isOfferedAt(now))
                .ifPresent(signup -> {
                    signup.remove(Signup.Removal.OFFER_RAN_OUT, now);
                    news.offerRanOut(signup.id());
                });
    }
}
