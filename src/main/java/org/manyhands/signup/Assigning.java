package org.manyhands.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organizers put people on shifts, against a rule where they say why, and take them off. */
@Service
class Assigning {

    private final SignupLocks locks;
    private final SignupRequests requests;
    private final WaitingLine line;
    private final Signups signups;
    private final SignupRows rows;
    private final Shifts shifts;
    private final SignupNews news;
    private final AuditTrail audit;
    private final Clock clock;

    Assigning(
            SignupLocks locks,
            SignupRequests requests,
            WaitingLine line,
            Signups signups,
            SignupRows rows,
            Shifts shifts,
            SignupNews news,
            AuditTrail audit,
            Clock clock) {
        this.locks = locks;
        this.requests = requests;
        this.line = line;
        this.signups = signups;
        this.rows = rows;
        this.shifts = shifts;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rules that stand against it; none for an empty list. The firm ones, against which no reason helps, come first. */
    @Transactional(readOnly = true)
    List<Broken> against(VolunteerId volunteer, ShiftId shift) {
        return brokenBy(requestOf(volunteer, shift, clock.instant()));
    }

    /** A rule, and what its words are filled with. */
    record Broken(SignupRule rule, List<Object> facts) {

        public boolean isFirm() {
            return rule.isFirm();
        }
    }

    /** @param reason why it is to be done against the rules; null to keep to them */
    @RetriedOnConflict
    @Transactional
    SignupOutcome assign(ConferenceId conference, ShiftId shift, VolunteerId volunteer, @Nullable String reason) {
        lock(conference, shift, volunteer);
        var now = clock.instant();
        var broken = brokenBy(requestOf(volunteer, shift, now));
        if (!broken.isEmpty() && (reason == null || broken.getFirst().isFirm())) {
            var first = broken.getFirst();
            return new SignupOutcome.Refused(shift, first.rule().name(), first.facts());
        }
        var rules = broken.stream().map(Broken::rule).toList();
        if (rules.contains(SignupRule.HAS_ROOM)) {
            makeRoom(shift);
        }
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

    private SignupRequest requestOf(VolunteerId volunteer, ShiftId shift, Instant now) {
        return line.withClaims(requests.read(volunteer, shift, now), volunteer, shift);
    }

    private static List<Broken> brokenBy(SignupRequest request) {
        return SignupRule.allBrokenBy(request).stream()
                .sorted((one, other) -> Boolean.compare(other.isFirm(), one.isFirm()))
                .map(rule -> new Broken(rule, rule.factsOf(request)))
                .toList();
    }

    /** A place more than there were, as an organizer would make it on the shift's page, and written down like that. */
    private void makeRoom(ShiftId id) {
        var shift = shifts.findById(id).orElseThrow();
        var need = shift.need();
        if (need.maximum() == null) {
            return;
        }
        shift.needs(new Need(need.minimum(), need.wanted(), need.maximum() + 1));
        shifts.flush();
        audit.recordChanged(
                "shift",
                id.shiftId(),
                shift.conferenceId().conferenceId(),
                Map.of("maximum", need.maximum()),
                Map.of("maximum", need.maximum() + 1));
    }
}
