package org.manyhands.signup;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.manyhands.shift.ShiftsInSight;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organizers move one person from a shift to another: they are off the one and on the other, or neither. */
@Service
class Reassigning {

    private final SignupLocks locks;
    private final ShiftsInSight sight;
    private final Placing placing;
    private final OnShifts onShifts;
    private final Signups signups;
    private final SignupRows rows;
    private final Shifts shifts;
    private final SignupNews news;
    private final Clock clock;

    Reassigning(
            SignupLocks locks,
            ShiftsInSight sight,
            Placing placing,
            OnShifts onShifts,
            Signups signups,
            SignupRows rows,
            Shifts shifts,
            SignupNews news,
            Clock clock) {
        this.locks = locks;
        this.sight = sight;
        this.placing = placing;
        this.onShifts = onShifts;
        this.signups = signups;
        this.rows = rows;
        this.shifts = shifts;
        this.news = news;
        this.clock = clock;
    }

    /** Somebody's way from a shift of theirs to another one. */
    record Move(VolunteerId volunteer, ShiftId from, ShiftId to) {

        /** @throws NotFound where it leads nowhere */
        Move {
            if (from.equals(to)) {
                throw new NotFound();
            }
        }
    }

    /** The rules that stand against it, the firm ones first. */
    @Transactional(readOnly = true)
    List<Placing.Broken> against(Move move) {
        return placing.against(move.volunteer(), move.to(), move.from(), clock.instant());
    }

    /**
     * @param reason why it is to be done against the rules; null to keep to them
     * @return empty where they have no place on the first one any more
     * @throws FormRefusal where the first one is over
     */
    @RetriedOnConflict
    @Transactional
    Optional<SignupOutcome> move(ConferenceId conference, RolesInSight roles, Move move, @Nullable String reason) {
        if (!locks.take(move.volunteer(), List.of(move.from(), move.to())).equals(conference.conferenceId())) {
            throw new NotFound();
        }
        sight.require(conference, roles, move.from(), move.to());
        shifts.findById(move.from()).orElseThrow().refuseIfOver(clock.instant());
        return signups.active(move.volunteer().volunteerId(), move.from().shiftId())
                .filter(Signup::holdsAPlace)
                .map(had -> move(had, move, reason));
    }

    private SignupOutcome move(Signup had, Move move, @Nullable String reason) {
        var now = clock.instant();
        var broken = placing.against(move.volunteer(), move.to(), move.from(), now);
        if (!broken.isEmpty() && (reason == null || broken.getFirst().isFirm())) {
            return broken.getFirst().refusing(move.to());
        }
        var rules = broken.stream().map(Placing.Broken::rule).toList();
        placing.makeRoomAgainst(rules, move.to());
        var was = onShifts.whereIs(move.from());
        had.remove(Signup.Removal.ORGANIZER, now);
        signups.flush();
        var override = rules.isEmpty() ? null : reason;
        var placed = rows.confirm(SignupRows.Place.of(move.volunteer(), move.to()), now, override);
        news.reassigned(placed, had.ref(), was, rules, override);
        return new SignupOutcome.Confirmed(move.to(), placed.signup().id());
    }
}
