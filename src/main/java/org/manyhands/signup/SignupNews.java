package org.manyhands.signup;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes each change of a signup down and tells it upwards, both within the transaction that made it. Written are the
 * ids of the shift and the volunteer, which are at hand; their names would cost a statement in the rush of an opening,
 * and are joined where the audit is read. What the signup was before is what was written of it before.
 */
@Component
class SignupNews {

    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Signups signups;

    SignupNews(AuditTrail audit, ApplicationEventPublisher events, Signups signups) {
        this.audit = audit;
        this.events = events;
        this.signups = signups;
    }

    void confirmed(SignupRows.Placed placed) {
        record("signup.confirmed", placed.signup(), Map.of());
        events.publishEvent(new SignedUp(placed.signup().id(), placed.wasInLine(), false));
    }

    /** Out of the line, or by saying yes to an offered place. */
    void promoted(Signup signup) {
        tell("signup.confirmed", signup.id(), new SignedUp(signup.id(), true, false));
    }

    void waitlisted(SignupRef signup) {
        record("signup.waitlisted", signup, Map.of());
        events.publishEvent(new Waitlisted(signup.id()));
    }

    void offered(SignupId signup, Instant until) {
        tell("signup.offered", signup, new PlaceOffered(signup, until));
    }

    void withdrawn(SignupId signup) {
        tell("signup.withdrawn", signup, new Withdrawn(signup));
    }

    /** @param reason why an organizer did it against these rules; null where there are none */
    void assigned(SignupRows.Placed placed, List<SignupRule> against, @Nullable String reason) {
        record(
                "signup.assigned",
                placed.signup(),
                reason == null ? Map.of() : Map.of("rules", against, "reason", reason));
        events.publishEvent(new SignedUp(placed.signup().id(), placed.wasInLine(), true));
    }

    /**
     * An organizer moved one person to another shift.
     *
     * @param had what they had before, which was there and then
     * @param reason why against these rules; null where there are none
     */
    void reassigned(
            SignupRows.Placed placed,
            SignupRef had,
            Whereabouts was,
            List<SignupRule> against,
            @Nullable String reason) {
        var detail = new HashMap<String, Object>(Map.of(
                "before", Map.of("shift", had.shift().shiftId()),
                "after", Map.of("shift", placed.signup().shift().shiftId())));
        if (reason != null) {
            detail.putAll(Map.of("rules", against, "reason", reason));
        }
        record("signup.reassigned", placed.signup(), detail);
        events.publishEvent(new Reassigned(had.id(), placed.signup().id()));
        events.publishEvent(new ShiftMoved(placed.signup().id(), true, was));
    }

    /**
     * @param had whether the shift is theirs; else they wait for it
     * @param was where and when it was
     */
    void moved(SignupId signup, boolean had, Whereabouts was) {
        record("signup.moved", signup, Map.of("before", facts(was)));
        events.publishEvent(new ShiftMoved(signup, had, was));
    }

    /** @param becomes where and when it is now, without them */
    void lostToConflict(SignupId signup, Whereabouts was, Whereabouts becomes, SignupRule rule) {
        record(
                "signup.lost-to-conflict",
                signup,
                Map.of("before", facts(was), "after", facts(becomes), "rules", List.of(rule)));
        events.publishEvent(new LostToConflict(signup, was, becomes, rule.name()));
    }

    /** @param had whether the shift was theirs; else they waited for it */
    void cancelled(SignupId signup, boolean had) {
        tell("signup.cancelled", signup, new ShiftCancelled(signup, had));
    }

    /** @param word from the organizers, or nothing */
    void removed(SignupId signup, boolean had, String word) {
        tell("signup.removed", signup, new RemovedFromShift(signup, had, word));
    }

    /** It is another registration's of the same person now, who may not know of it yet. */
    void inherited(SignupRef signup, boolean hasIt) {
        record("signup.inherited", signup, Map.of());
        if (hasIt) {
            events.publishEvent(new SignedUp(signup.id(), false, true));
        }
    }

    void settled(SignupId signup) {
        record("signup.conflict-settled", signup);
    }

    /** Left the line, or said no to an offered place: nothing to write home about. */
    void leftTheLine(SignupId signup) {
        record("signup.left-the-line", signup);
    }

    void offerRanOut(SignupId signup) {
        tell("signup.offer-ran-out", signup, new OfferRanOut(signup));
    }

    /** @param late past the role's deadline for leaving */
    void coverWanted(SignupId signup, boolean late) {
        tell("signup.cover-wanted", signup, new CoverWanted(signup, late));
    }

    void coverCalledOff(SignupId signup) {
        record("signup.cover-called-off", signup);
    }

    void covered(SignupId signup) {
        tell("signup.covered", signup, new Covered(signup));
    }

    /**
     * @param asked those who have the wanted shift
     * @param asker the name of who offers it, where they agreed to show it
     */
    void swapOffered(Signup given, List<SignupId> asked, @Nullable String asker) {
        record("signup.swap-offered", given.id());
        asked.forEach(theirs -> events.publishEvent(new SwapOffered(given.id(), theirs, asker)));
    }

    void swapCalledOff(SignupId given) {
        record("signup.swap-called-off", given);
    }

    void swapped(Signup given, SignupRows.Placed taken) {
        record("signup.swapped-away", given.id());
        tell(
                "signup.swapped",
                taken.signup().id(),
                new Swapped(given.id(), taken.signup().id()));
    }

    /** @param was what was written down before */
    void attended(String action, Signup signup, Presence was, CheckInDesk desk) {
        signups.flush();
        var detail = new HashMap<String, Object>(
                Map.of("before", was.asFacts(), "after", signup.presence().asFacts()));
        if (desk.device() != null) {
            detail.put("device", desk.device());
        }
        record(action, signup.ref(), detail);
    }

    private void tell(String action, SignupId signup, Object event) {
        record(action, signup);
        events.publishEvent(event);
    }

    private void record(String action, SignupId id) {
        record(action, id, Map.of());
    }

    /** Whoever is told next reads what was changed here. */
    private void record(String action, SignupId id, Map<String, ?> more) {
        signups.flush();
        record(action, signups.findById(id).orElseThrow().ref(), more);
    }

    private static Map<String, Object> facts(Whereabouts where) {
        return Map.of(
                "role", where.role(),
                "place", where.place(),
                "from", where.during().start(),
                "to", where.during().end());
    }

    private void record(String action, SignupRef signup, Map<String, ?> more) {
        var detail = new HashMap<String, Object>(more);
        detail.put("volunteer", signup.volunteer().volunteerId());
        detail.put("shift", signup.shift().shiftId());
        audit.record(
                action, "signup", signup.id().signupId(), signup.conference().conferenceId(), detail);
    }
}
