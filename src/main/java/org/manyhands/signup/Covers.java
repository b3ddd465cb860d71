package org.manyhands.signup;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody looks for another one to take their shift: it stays theirs until it is taken, in one step. */
@Service
class Covers {

    private final WaitingLine line;
    private final SignupLocks locks;
    private final SignupRequests requests;
    private final Signups signups;
    private final SignupRows rows;
    private final SignupNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    Covers(
            WaitingLine line,
            SignupLocks locks,
            SignupRequests requests,
            Signups signups,
            SignupRows rows,
            SignupNews news,
            JdbcClient jdbc,
            Clock clock) {
        this.line = line;
        this.locks = locks;
        this.requests = requests;
        this.signups = signups;
        this.rows = rows;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether there was a shift of theirs to come for which to ask. */
    @RetriedOnConflict
    @Transactional
    boolean ask(VolunteerId volunteer, ShiftId shift) {
        locks.take(volunteer, List.of(shift));
        var now = clock.instant();
        var mine = signups.confirmedAndToCome(volunteer, shift, now);
        mine.filter(signup -> !signup.wantsCover()).ifPresent(signup -> {
            signup.askForCover(now);
            news.coverWanted(signup.id(), isLate(shift, now));
        });
        return mine.isPresent();
    }

    @RetriedOnConflict
    @Transactional
    boolean callOff(VolunteerId volunteer, ShiftId shift) {
        locks.take(volunteer, List.of(shift));
        var mine = signups.confirmedAndToCome(volunteer, shift, clock.instant()).filter(Signup::wantsCover);
        mine.ifPresent(signup -> {
            signup.keepAfterAll();
            news.coverCalledOff(signup.id());
        });
        return mine.isPresent();
    }

    /**
     * Takes the shift from whoever has asked longest; empty where nobody asks any more, or another one took it first:
     * whom it concerns is read before the locks, and again under them.
     *
     * @param evenSo whether to take it though a talk that they starred is on then
     */
    @RetriedOnConflict
    @Transactional
    Optional<SignupOutcome> take(VolunteerId volunteer, ShiftId shift, UUID requestId, boolean evenSo) {
        var now = clock.instant();
        var asking = firstToBeCovered(shift).filter(somebody -> !somebody.equals(volunteer));
        locks.take(asking.map(somebody -> List.of(volunteer, somebody)).orElse(List.of(volunteer)), List.of(shift));
        var answered = signups.answering(volunteer.volunteerId(), requestId).stream()
                .filter(signup -> signup.shiftId().equals(shift) && signup.holdsAPlace())
                .findFirst();
        if (answered.isPresent()) {
            return Optional.of(new SignupOutcome.Confirmed(shift, answered.get().id()));
        }
        return asking.flatMap(somebody -> signups.confirmedAndToCome(somebody, shift, now))
                .filter(Signup::wantsCover)
                .map(given -> takeOver(given, new SignupRows.Place(volunteer, shift, requestId), evenSo, now));
    }

    private SignupOutcome takeOver(Signup given, SignupRows.Place place, boolean evenSo, Instant now) {
        var shift = place.shift();
        var request = requests.read(place.volunteer(), shift, now).evenSo(evenSo);
        var broken = SignupRule.firstBrokenBesidesRoom(request);
        if (broken.isPresent()) {
            return SignupOutcome.Refused.by(broken.get(), shift, request);
        }
        if (isForSomebodyInLine(shift, place.volunteer(), now)) {
            return SignupOutcome.Refused.by(SignupRule.HAS_ROOM, shift, request);
        }
        given.withdraw(now);
        news.covered(given.id());
        var taken = rows.confirm(place, now);
        news.confirmed(taken);
        return new SignupOutcome.Confirmed(shift, taken.signup().id());
    }

    /** They have it in a moment, when the line is served; who comes between must not be faster. */
    private boolean isForSomebodyInLine(ShiftId shift, VolunteerId taker, Instant now) {
        return line.isServedAtOnce(shift, now)
                && line.first(shift, now)
                        .filter(first -> !first.volunteer().equals(taker))
                        .isPresent();
    }

    /** Whoever has asked longest for somebody to take this shift. */
    Optional<VolunteerId> firstToBeCovered(ShiftId shift) {
        return jdbc.sql("""
                        select volunteer_id from signup where shift_id = ? and cover_asked_at is not null
                        order by cover_asked_at, signup_id limit 1
                        """).param(shift.shiftId()).query(UUID.class).optional().map(VolunteerId::new);
    }

    /** Past the role's deadline for leaving. */
    boolean isLate(ShiftId shift, Instant now) {
        return jdbc.sql("""
                        select coalesce(lower(during) - make_interval(hours => leave_by_hours) < :now, false)
                        from shift join role using (role_id) where shift_id = :shift
                        """)
                .param("now", Timestamp.from(now))
                .param("shift", shift.shiftId())
                .query(Boolean.class)
                .single();
    }
}
