package org.manyhands.signup;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.manyhands.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes each change of a signup down and tells it upwards, both within the transaction that made it. */
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

    void confirmed(SignupId signup) {
        tell("signup.confirmed", signup, new SignedUp(signup));
    }

    void waitlisted(SignupId signup) {
        record("signup.waitlisted", signup);
    }

    void offered(SignupId signup, Instant until) {
        tell("signup.offered", signup, new PlaceOffered(signup, until));
    }

    void withdrawn(SignupId signup) {
        tell("signup.withdrawn", signup, new Withdrawn(signup));
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

    void swapOffered(Signup given) {
        record("signup.swap-offered", given.id());
    }

    void swapped(Signup given, SignupId taken) {
        record("signup.swapped-away", given.id());
        tell("signup.swapped", taken, new Swapped(given.id(), taken));
    }

    private void tell(String action, SignupId signup, Object event) {
        record(action, signup);
        events.publishEvent(event);
    }

    private void record(String action, SignupId id) {
        signups.flush();
        var signup = signups.findById(id).orElseThrow();
        audit.record(
                action,
                "signup",
                id.signupId(),
                signup.conferenceId().conferenceId(),
                Map.<String, UUID>of(
                        "volunteer", signup.volunteerId().volunteerId(),
                        "shift", signup.shiftId().shiftId()));
    }
}
