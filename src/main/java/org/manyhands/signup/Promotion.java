package org.manyhands.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives one freed place, or one that somebody wants to be covered, to the first in line who can take it. */
@Service
class Promotion {

    private final WaitingLine line;
    private final SignupLocks locks;
    private final Covers covers;
    private final Signups signups;
    private final SignupNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    Promotion(
            WaitingLine line,
            SignupLocks locks,
            Covers covers,
            Signups signups,
            SignupNews news,
            JdbcClient jdbc,
            Clock clock) {
        this.line = line;
        this.locks = locks;
        this.covers = covers;
        this.signups = signups;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a shift has to give, and how. */
    private record Supply(boolean room, boolean confirmsAtOnce, Instant offerEnds) {}

    /**
     * Whom it concerns is read before anything is locked, and again when it is: if the line has moved by then, nothing
     * happens and it is to be tried again.
     *
     * @return whether there may be more to do
     */
    @RetriedOnConflict
    @Transactional
    boolean serveOne(ShiftId shift) {
        var next = line.first(shift, clock.instant());
        if (next.isEmpty()) {
            return false;
        }
        var leaving = covers.firstToBeCovered(shift);
        locks.take(both(next.get().volunteer(), leaving), List.of(shift));
        var now = clock.instant();
        if (!line.first(shift, now).equals(next)) {
            return true;
        }
        var supply = supply(shift, now);
        if (supply.room()) {
            promote(next.get(), supply);
            return true;
        }
        return supply.confirmsAtOnce() && leaving.isPresent() && standIn(next.get(), leaving.get(), shift, now);
    }

    private static List<VolunteerId> both(VolunteerId one, Optional<VolunteerId> other) {
        var people = new ArrayList<VolunteerId>(List.of(one));
        other.ifPresent(people::add);
        return people;
    }

    private void promote(WaitingLine.Waiter next, Supply supply) {
        var signup = signups.findById(next.signup()).orElseThrow();
        if (supply.confirmsAtOnce()) {
            signup.confirm();
            news.promoted(signup);
        } else {
            signup.offer(supply.offerEnds());
            news.offered(signup.id(), supply.offerEnds());
        }
    }

    /** The place changes hands: given back first, so that it is never taken twice. */
    private boolean standIn(WaitingLine.Waiter next, VolunteerId leaving, ShiftId shift, Instant now) {
        var given = signups.active(leaving.volunteerId(), shift.shiftId()).filter(Signup::wantsCover);
        if (given.isEmpty()) {
            return true;
        }
        given.get().withdraw(now);
        news.covered(given.get().id());
        var waited = signups.findById(next.signup()).orElseThrow();
        waited.confirm();
        news.promoted(waited);
        return true;
    }

    private Supply supply(ShiftId shift, Instant now) {
        return jdbc.sql("""
                        select %s as room, lower(during) as starts_at,
                               extract(epoch from offer_time)::bigint as offer_seconds
                        from shift join conference using (conference_id) where shift_id = :shift
                        """.formatted(Staffing.HAS_ROOM))
                .param("shift", shift.shiftId())
                .query((row, number) -> {
                    var begins = row.getTimestamp("starts_at").toInstant();
                    var answerBy = now.plus(Duration.ofSeconds(row.getLong("offer_seconds")));
                    return new Supply(
                            row.getBoolean("room"),
                            line.isServedAtOnce(shift, now),
                            answerBy.isBefore(begins) ? answerBy : begins);
                })
                .single();
    }
}
