package org.manyhands.signup;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organizers put people on shifts, against a rule where they say why, and take them off. */
@Service
class Assigning {

    private final SignupLocks locks;
    private final Placing placing;
    private final Signups signups;
    private final SignupRows rows;
    private final Shifts shifts;
    private final SignupNews news;
    private final Clock clock;

    Assigning(
            SignupLocks locks,
            Placing placing,
            Signups signups,
            SignupRows rows,
            Shifts shifts,
            SignupNews news,
            Clock clock) {
        this.locks = locks;
        this.placing = placing;
        this.signups = signups;
        this.rows = rows;
        this.shifts = shifts;
        this.news = news;
        this.clock = clock;
    }

    /** The rules that stand against it; none for an empty list. The firm ones, against which no reason helps, come first. */
    @Transactional(readOnly = true)
    List<Placing.Broken> against(VolunteerId volunteer, ShiftId shift) {
        return placing.against(volunteer, shift, null, clock.instant());
    }

    /** @param reason why it is to be done against the rules; null to keep to them */
    @RetriedOnConflict
    @Transactional
    SignupOutcome assign(ConferenceId conference, ShiftId shift, VolunteerId volunteer, @Nullable String reason) {
        lock(conference, shift, volunteer);
        var now = clock.instant();
        var broken = placing.against(volunteer, shift, null, now);
        if (!broken.isEmpty() && (reason == null || broken.getFirst().isFirm())) {
            return broken.getFirst().refusing(shift);
        }
        var rules = broken.stream().map(Placing.Broken::rule).toList();
        placing.makeRoomAgainst(rules, shift);
        var override = rules.isEmpty() ? null : reason;
        var placed = rows.confirm(SignupRows.Place.of(volunteer, shift), now, override);
        news.assigned(placed, rules, override);
        return new SignupOutcome.Confirmed(shift, placed.signup().id());
    }

    /**
     * @param word to them, or nothing
     * @return whether they were on it, or in line
     * @throws FormRefusal where the shift is over
     */
    @RetriedOnConflict
    @Transactional
    boolean remove(ConferenceId conference, ShiftId shift, VolunteerId volunteer, String word) {
        lock(conference, shift, volunteer);
        var now = clock.instant();
        shifts.findById(shift).orElseThrow().refuseIfOver(now);
        var there = signups.active(volunteer.volunteerId(), shift.shiftId());
        there.ifPresent(signup -> {
            var had = signup.holdsAPlace();
            signup.remove(Signup.Removal.ORGANIZER, now);
            news.removed(signup.id(), had, word);
        });
        return there.isPresent();
    }

    private void lock(ConferenceId conference, ShiftId shift, VolunteerId volunteer) {
        if (!locks.take(volunteer, List.of(shift)).equals(conference.conferenceId())) {
            throw new NotFound();
        }
    }
}
