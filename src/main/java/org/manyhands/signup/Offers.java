package org.manyhands.signup;

import java.time.Clock;
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

    /** Whether the place was theirs to take: the offer may have run out. */
    @RetriedOnConflict
    @Transactional
    boolean accept(VolunteerId volunteer, ShiftId shift) {
        locks.take(volunteer, List.of(shift));
        var offered = signups.active(volunteer.volunteerId(), shift.shiftId())
                .filter(signup -> signup.isOfferedAt(clock.instant()));
        offered.ifPresent(signup -> {
            signup.confirm();
            news.promoted(signup);
        });
        return offered.isPresent();
    }

    /** Frees the place for the next in line, unless it was taken at the last moment. */
    @RetriedOnConflict
    @Transactional
    void end(VolunteerId volunteer, ShiftId shift) {
        var now = clock.instant();
        locks.take(volunteer, List.of(shift));
        signups.active(volunteer.volunteerId(), shift.shiftId())
                .filter(signup -> signup.state() == Signup.State.OFFERED && !signup.isOfferedAt(now))
                .ifPresent(signup -> {
                    signup.remove(Signup.Removal.OFFER_RAN_OUT, now);
                    news.offerRanOut(signup.id());
                });
    }
}
