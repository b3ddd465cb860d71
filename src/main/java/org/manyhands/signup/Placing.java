package org.manyhands.signup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.audit.AuditTrail;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Component;

/** What stands against an organizer's putting somebody on a shift, and the room it takes to do it all the same. */
@Component
class Placing {

    private final SignupRequests requests;
    private final WaitingLine line;
    private final Shifts shifts;
    private final AuditTrail audit;

    Placing(SignupRequests requests, WaitingLine line, Shifts shifts, AuditTrail audit) {
        this.requests = requests;
        this.line = line;
        this.shifts = shifts;
        this.audit = audit;
    }

    /** A rule, and what its words are filled with. */
    record Broken(SignupRule rule, List<Object> facts) {

        public boolean isFirm() {
            return rule.isFirm();
        }

        SignupOutcome.Refused refusing(ShiftId shift) {
            return new SignupOutcome.Refused(shift, rule.name(), facts);
        }
    }

    /**
     * All rules that stand against it, the firm ones first; none for an empty list.
     *
     * @param insteadOf the shift of theirs that they would give for it
     */
    List<Broken> against(VolunteerId volunteer, ShiftId shift, @Nullable ShiftId insteadOf, Instant now) {
        var request = line.withClaims(requests.read(volunteer, shift, insteadOf, now), volunteer, shift);
        return SignupRule.allBrokenBy(request).stream()
                .sorted((one, other) -> Boolean.compare(other.isFirm(), one.isFirm()))
                .map(rule -> new Broken(rule, rule.factsOf(request)))
                .toList();
    }

    /** A place more than there were where one is missing, as an organizer would make it on the shift's page, and written down like that. */
    void makeRoomAgainst(Collection<SignupRule> broken, ShiftId id) {
        var shift = shifts.findById(id).orElseThrow();
        var need = shift.need();
        if (!broken.contains(SignupRule.HAS_ROOM) || need.maximum() == null) {
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
