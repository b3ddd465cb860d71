package org.manyhands.signup;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
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
    private final Clock clock;

    SignupService(
            SignupLocks locks,
            SignupRequests requests,
            WaitingLine line,
            Signups signups,
            SignupRows rows,
            SignupNews news,
            Clock clock) {
        this.locks = locks;
        this.requests = requests;
        this.line = line;
        this.signups = signups;
        this.rows = rows;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What a volunteer asks for at once, whether they would wait where a shift is full, and whether they would have it
     * even so where it takes a talk from them that they starred.
     */
    private record Wish(VolunteerId volunteer, UUID requestId, boolean wouldWait, boolean evenSo, Instant now) {

        SignupRows.Place place(ShiftId shift) {
            return new SignupRows.Place(volunteer, shift, requestId);
        }
    }

    /**
     * Takes each of the shifts that the rules allow, in the order given.
     *
     * @param requestId the form's own id: the same request answers with what is true now and changes nothing
     */
    @RetriedOnConflict
    @Transactional
    public List<SignupOutcome> signUp(VolunteerId volunteer, List<ShiftId> shifts, UUID requestId) {
        return decide(new Wish(volunteer, requestId, false, false, clock.instant()), shifts);
    }

    /** Takes the shift, whatever talk they starred. */
    @RetriedOnConflict
    @Transactional
    public SignupOutcome signUpEvenSo(VolunteerId volunteer, ShiftId shift, UUID requestId) {
        return decide(new Wish(volunteer, requestId, false, true, clock.instant()), List.of(shift))
                .getFirst();
    }

    /** Takes the shift, or waits for it where nothing but room is missing, whatever talk they starred. */
    @RetriedOnConflict
    @Transactional
    public SignupOutcome signUpOrWait(VolunteerId volunteer, ShiftId shift, UUID requestId) {
        return decide(new Wish(volunteer, requestId, true, true, clock.instant()), List.of(shift))
                .getFirst();
    }

    private List<SignupOutcome> decide(Wish wish, List<ShiftId> shifts) {
        var asked = shifts.stream().distinct().toList();
        var outcomes = new HashMap<ShiftId, SignupOutcome>();
        asked.forEach(shift -> refusedAsFull(wish, shift).ifPresent(refused -> outcomes.put(shift, refused)));
        var others =
                asked.stream().filter(shift -> !outcomes.containsKey(shift)).toList();
        if (!others.isEmpty()) {
            locks.take(wish.volunteer(), others);
            var answered = answered(wish, asked);
            others.forEach(shift ->
                    outcomes.put(shift, answered.containsKey(shift) ? answered.get(shift) : decide(wish, shift)));
        }
        return asked.stream().map(outcomes::get).toList();
    }

    /** In a rush most come to a full shift: they are told so without waiting for each other, and nothing is written. */
    private Optional<SignupOutcome> refusedAsFull(Wish wish, ShiftId shift) {
        if (wish.wouldWait() || !requests.isFullToANewcomer(wish.volunteer(), shift, wish.requestId())) {
            return Optional.empty();
        }
        var request = read(wish, shift);
        return SignupRule.firstBrokenBy(request).map(broken -> SignupOutcome.Refused.by(broken, shift, request));
    }

    private SignupRequest read(Wish wish, ShiftId shift) {
        return requests.read(wish.volunteer(), shift, wish.now()).evenSo(wish.evenSo());
    }

    private Map<ShiftId, SignupOutcome> answered(Wish wish, List<ShiftId> shifts) {
        var answers = signups.answering(wish.volunteer().volunteerId(), wish.requestId());
        if (answers.stream().anyMatch(signup -> !shifts.contains(signup.shiftId()))) {
            throw new RequestReused();
        }
        return answers.stream().collect(toMap(Signup::shiftId, signup -> switch (signup.state()) {
            case CONFIRMED -> new SignupOutcome.Confirmed(signup.shiftId(), signup.id());
            case OFFERED -> new SignupOutcome.Offered(signup.shiftId());
            case WAITLISTED -> waiting(signup.shiftId(), signup.id());
            case WITHDRAWN, REMOVED -> new SignupOutcome.LeftSince(signup.shiftId());
        }));
    }

    private SignupOutcome decide(Wish wish, ShiftId shift) {
        var request = line.withClaims(read(wish, shift), wish.volunteer(), shift);
        var broken = SignupRule.firstBrokenBy(request);
        if (broken.isEmpty()) {
            var placed = rows.confirm(wish.place(shift), wish.now());
            news.confirmed(placed);
            return new SignupOutcome.Confirmed(shift, placed.signup().id());
        }
        if (request.standing() == Signup.State.WAITLISTED) {
            return waiting(shift, inLine(wish, shift).id());
        }
        if (broken.get() == SignupRule.HAS_ROOM && wish.wouldWait()) {
            var signup = rows.waitlist(wish.place(shift), wish.now());
            news.waitlisted(signup);
            return waiting(shift, signup.id());
        }
        return SignupOutcome.Refused.by(broken.get(), shift, request);
    }

    private Signup inLine(Wish wish, ShiftId shift) {
        return signups.active(wish.volunteer().volunteerId(), shift.shiftId()).orElseThrow();
    }

    private SignupOutcome waiting(ShiftId shift, SignupId signup) {
        return new SignupOutcome.Waitlisted(shift, signup, line.place(signup));
    }
}
