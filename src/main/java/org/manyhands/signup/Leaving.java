package org.manyhands.signup;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one way off a shift, out of a line, and out of an offered place. */
@Service
public class Leaving {

    private final SignupLocks locks;
    private final Signups signups;
    private final Covers covers;
    private final SignupNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    Leaving(SignupLocks locks, Signups signups, Covers covers, SignupNews news, JdbcClient jdbc, Clock clock) {
        this.locks = locks;
        this.signups = signups;
        this.covers = covers;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What became of leaving some shifts.
     *
     * @param left how many shifts they had and have no more
     * @param declined how many offered places they let go
     * @param lines how many lines they stand in no more
     * @param tooLate those past their role's deadline: still theirs until somebody takes them
     * @param toServe where somebody else may have a place now: those left, and those for which the leaver waits
     */
    public record Left(int left, int declined, int lines, List<ShiftId> tooLate, List<ShiftId> toServe) {

        boolean nothing() {
            return left + declined + lines == 0 && tooLate.isEmpty();
        }
    }

    /** Leaves those of the shifts that have not begun yet. */
    @RetriedOnConflict
    @Transactional
    public Left leave(VolunteerId volunteer, Collection<ShiftId> shifts) {
        locks.take(volunteer, shifts);
        var now = clock.instant();
        var tooLate = new ArrayList<ShiftId>();
        var free = new ArrayList<ShiftId>();
        var from = new EnumMap<Signup.State, Integer>(Signup.State.class);
        for (var signup : signups.activeAndToCome(
                volunteer.volunteerId(), shifts.stream().map(ShiftId::shiftId).toList(), now)) {
            if (signup.state() == Signup.State.CONFIRMED && covers.isLate(signup.shiftId(), now)) {
                tooLate.add(signup.shiftId());
            } else {
                free.add(signup.shiftId());
                from.merge(signup.state(), 1, Integer::sum);
                leave(signup, now);
            }
        }
        free.addAll(waitingFor(volunteer, now));
        return new Left(
                from.getOrDefault(Signup.State.CONFIRMED, 0),
                from.getOrDefault(Signup.State.OFFERED, 0),
                from.getOrDefault(Signup.State.WAITLISTED, 0),
                tooLate,
                free);
    }

    private void leave(Signup signup, Instant now) {
        var hadIt = signup.state() == Signup.State.CONFIRMED;
        signup.withdraw(now);
        if (hadIt) {
            news.withdrawn(signup.id());
        } else {
            news.leftTheLine(signup.id());
        }
    }

    /** Leaving one shift may make room for another in their own day. */
    private List<ShiftId> waitingFor(VolunteerId volunteer, Instant now) {
        return jdbc.sql("""
                        select shift_id from signup join shift using (shift_id)
                        where volunteer_id = ? and state = 'WAITLISTED' and lower(during) > ?
                        """).params(volunteer.volunteerId(), Timestamp.from(now)).query(UUID.class).list().stream()
                .map(ShiftId::new)
                .toList();
    }
}
