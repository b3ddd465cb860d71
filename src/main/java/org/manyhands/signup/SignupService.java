package org.manyhands.signup;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.audit.AuditTrail;
import org.manyhands.shared.Ids;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives shifts to volunteers and takes them back; the one writer of signups. */
@Service
public class SignupService {

    /** SQLSTATE 40001: to be tried again from the beginning. */
    private static final String SERIALIZATION_FAILURE = "40001";

    private final SignupLocks locks;
    private final Signups signups;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignupService(
            SignupLocks locks,
            Signups signups,
            JdbcClient jdbc,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.locks = locks;
        this.signups = signups;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes each of the shifts that the rules allow, in the order given.
     *
     * @param requestId the form's own id: the same request answers with what is true now and changes nothing
     */
    @RetriedOnConflict
    @Transactional
    public List<SignupOutcome> signUp(VolunteerId volunteer, List<ShiftId> shifts, UUID requestId) {
        if (shifts.isEmpty()) {
            return List.of();
        }
        var conference = locks.take(volunteer, shifts);
        if (hasAnsweredOtherwise(volunteer, shifts, requestId)) {
            throw new RequestReused();
        }
        var now = clock.instant();
        return shifts.stream()
                .distinct()
                .map(shift -> answered(volunteer, shift, requestId)
                        .orElseGet(() -> decide(volunteer, shift, requestId, conference, now)))
                .toList();
    }

    /** Leaves those of the shifts that have not begun yet; tells how many were left. */
    @RetriedOnConflict
    @Transactional
    public int withdraw(VolunteerId volunteer, Collection<ShiftId> shifts) {
        var conference = locks.take(volunteer, shifts);
        var now = clock.instant();
        var left = signups.confirmedAndToCome(
                volunteer.volunteerId(), shifts.stream().map(ShiftId::shiftId).toList(), now);
        for (var signup : left) {
            signup.withdraw(now);
            signups.saveAndFlush(signup);
            record("signup.withdrawn", signup.id(), volunteer, signup.shiftId(), conference);
            events.publishEvent(new Withdrawn(signup.id()));
        }
        return left.size();
    }

    private boolean hasAnsweredOtherwise(VolunteerId volunteer, List<ShiftId> shifts, UUID requestId) {
        return jdbc.sql("""
                        select exists (select from signup
                                       where volunteer_id = :volunteer and request_id = :request and shift_id not in (:shifts))
                        """)
                .param("volunteer", volunteer.volunteerId())
                .param("request", requestId)
                .param("shifts", shifts.stream().map(ShiftId::shiftId).toList())
                .query(Boolean.class)
                .single();
    }

    private Optional<SignupOutcome> answered(VolunteerId volunteer, ShiftId shift, UUID requestId) {
        return signups.answering(volunteer.volunteerId(), requestId, shift.shiftId())
                .map(signup -> signup.state() == Signup.State.CONFIRMED
                        ? new SignupOutcome.Confirmed(shift, signup.id())
                        : new SignupOutcome.LeftSince(shift));
    }

    private SignupOutcome decide(VolunteerId volunteer, ShiftId shift, UUID requestId, UUID conference, Instant now) {
        var request = locks.read(volunteer, shift, now);
        var broken = SignupRule.firstBrokenBy(request);
        if (broken.isPresent()) {
            return new SignupOutcome.Refused(
                    shift, broken.get().name(), broken.get().factsOf(request));
        }
        var signup = confirm(volunteer, shift, requestId, now);
        record("signup.confirmed", signup, volunteer, shift, conference);
        events.publishEvent(new SignedUp(signup));
        return new SignupOutcome.Confirmed(shift, signup);
    }

    /**
     * A plain insert against an exclusion constraint can deadlock with another one, {@code on conflict do nothing}
     * cannot. With the locks held there is no conflict; were there one, the whole request would be decided again.
     */
    private SignupId confirm(VolunteerId volunteer, ShiftId shift, UUID requestId, Instant now) {
        return jdbc.sql("""
                        insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at)
                        select :signup, conference_id, shift_id, :volunteer, busy, 'CONFIRMED', :request, :now
                        from shift where shift_id = :shift
                        on conflict do nothing returning signup_id
                        """)
                .param("signup", Ids.next())
                .param("volunteer", volunteer.volunteerId())
                .param("request", requestId)
                .param("now", Timestamp.from(now))
                .param("shift", shift.shiftId())
                .query(UUID.class)
                .optional()
                .map(SignupId::new)
                .orElseThrow(() -> new CannotAcquireLockException(
                        "another signup came between", new SQLException("conflict", SERIALIZATION_FAILURE)));
    }

    private void record(String action, SignupId signup, VolunteerId volunteer, ShiftId shift, UUID conference) {
        audit.record(
                action,
                "signup",
                signup.signupId(),
                conference,
                Map.of("volunteer", volunteer.volunteerId(), "shift", shift.shiftId()));
    }
}
