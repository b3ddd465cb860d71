package org.manyhands.signup;

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

/** The one way onto a shift: lock, ask the rules, write, and tell what became of it. */
@Service
public class SignupService {

    private final SignupLocks locks;
    private final SignupRequests requests;
    private final WaitingLine line;
    private final Signups signups;
    private final SignupRows rows;
    private final SignupNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignupService(
            SignupLocks locks,
            SignupRequests requests,
            WaitingLine line,
            Signups signups,
            SignupRows rows,
            SignupNews news,
            JdbcClient jdbc,
            Clock clock) {
        this.locks = locks;
        this.requests = requests;
        this.line = line;
        this.signups = signups;
        this.rows = rows;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a volunteer asks for at once, and whether they would wait where a shift is full. */
    private record Wish(VolunteerId volunteer, UUID requestId, boolean wouldWait, Instant now) {}

    /**
     * Takes each of the shifts that the rules allow, in the order given.
     *
     * @param requestId the form's own id: the same request answers with what is true now and changes nothing
     */
    @RetriedOnConflict
    @Transactional
    public List<SignupOutcome> signUp(VolunteerId volunteer, List<ShiftId> shifts, UUID requestId) {
        return decide(new Wish(volunteer, requestId, false, clock.instant()), shifts);
    }

    /** Takes the shift, or waits for it where nothing but room is missing. */
    @RetriedOnConflict
    @Transactional
    public SignupOutcome signUpOrWait(VolunteerId volunteer, ShiftId shift, UUID requestId) {
        return decide(new Wish(volunteer, requestId, true, clock.instant()), List.of(shift))
                .getFirst();
    }

    private List<SignupOutcome> decide(Wish wish, List<ShiftId> shifts) {
        if (shifts.isEmpty()) {
            return List.of();
        }
        locks.take(wish.volunteer(), shifts);
        if (hasAnsweredOtherwise(wish, shifts)) {
            throw new RequestReused();
        }
        return shifts.stream()
                .distinct()
                .map(shift -> answered(wish, shift).orElseGet(() -> decide(wish, shift)))
                .toList();
    }

    private boolean hasAnsweredOtherwise(Wish wish, List<ShiftId> shifts) {
        return jdbc.sql("""
                        select exists (select from signup
                                       where volunteer_id = :volunteer and request_id = :request and shift_id not in (:shifts))
                        """)
                .param("volunteer", wish.volunteer().volunteerId())
                .param("request", wish.requestId())
                .param("shifts", shifts.stream().map(ShiftId::shiftId).toList())
                .query(Boolean.class)
                .single();
    }

    private Optional<SignupOutcome> answered(Wish wish, ShiftId shift) {
        return signups.answering(wish.volunteer().volunteerId(), wish.requestId(), shift.shiftId())
                .map(signup -> switch (signup.state()) {
                    case CONFIRMED, OFFERED -> new SignupOutcome.Confirmed(shift, signup.id());
                    case WAITLISTED -> waiting(shift, signup.id());
                    case WITHDRAWN, REMOVED -> new SignupOutcome.LeftSince(shift);
                });
    }

    private SignupOutcome decide(Wish wish, ShiftId shift) {
        var request = line.withClaims(requests.read(wish.volunteer(), shift, wish.now()), wish.volunteer(), shift);
        var broken = SignupRule.firstBrokenBy(request);
        if (broken.isEmpty()) {
            return confirmed(wish, shift, request);
        }
        if (request.standing() == Signup.State.WAITLISTED) {
            return waiting(shift, inLine(wish, shift).id());
        }
        if (broken.get() == SignupRule.HAS_ROOM && wish.wouldWait()) {
            var signup = rows.add(wish.volunteer(), shift, Signup.State.WAITLISTED, wish.requestId(), wish.now());
            news.waitlisted(signup);
            return waiting(shift, signup);
        }
        return new SignupOutcome.Refused(
                shift, broken.get().name(), broken.get().factsOf(request));
    }

    private SignupOutcome confirmed(Wish wish, ShiftId shift, SignupRequest request) {
        SignupId signup;
        if (request.standing() == Signup.State.WAITLISTED) {
            var waited = inLine(wish, shift);
            waited.confirm();
            signup = waited.id();
        } else {
            signup = rows.add(wish.volunteer(), shift, Signup.State.CONFIRMED, wish.requestId(), wish.now());
        }
        news.confirmed(signup);
        return new SignupOutcome.Confirmed(shift, signup);
    }

    private Signup inLine(Wish wish, ShiftId shift) {
        return signups.active(wish.volunteer().volunteerId(), shift.shiftId()).orElseThrow();
    }

    private SignupOutcome waiting(ShiftId shift, SignupId signup) {
        return new SignupOutcome.Waitlisted(shift, signup, line.place(signup));
    }
}
