package org.manyhands.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.Saving;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down who came to their shift, who went, and who did not come. The person and the shift are locked as for every
 * other change of a signup, so two desks, or a desk and somebody who leaves, go one after the other.
 */
@Service
public class CheckIn {

    private final SignupInHand inHand;
    private final Signups signups;
    private final SignupNews news;
    private final Clock clock;

    CheckIn(SignupInHand inHand, Signups signups, SignupNews news, Clock clock) {
        this.inHand = inHand;
        this.signups = signups;
        this.news = news;
        this.clock = clock;
    }

    /** What became of a press. Only {@code WRITTEN} changed something. */
    public enum Outcome {
        WRITTEN,
        /** It stood there already: a second press, or another desk was faster. */
        ALREADY,
        /** Something else was written meanwhile, after which this does not follow. */
        STALE,
        TOO_EARLY,
        /** They have left the shift, or have not said yes to it. */
        NOT_ON_IT
    }

    /** @param is what is written down now */
    public record Answer(Outcome outcome, String name, Presence is, int version) {}

    @RetriedOnConflict
    @Transactional
    public Answer arrived(CheckInDesk desk, SignupId id) {
        return step(desk, id, Attendance.ARRIVED, "signup.arrived", was -> was.arrived(clock.instant()));
    }

    @RetriedOnConflict
    @Transactional
    public Answer left(CheckInDesk desk, SignupId id) {
        return step(desk, id, Attendance.DONE, "signup.left", was -> was.left(clock.instant()));
    }

    /** @param why a kind word on it, or nothing */
    @RetriedOnConflict
    @Transactional
    public Answer noShow(CheckInDesk desk, SignupId id, String why) {
        return step(desk, id, Attendance.NO_SHOW, "signup.no-show", was -> was.missed(why));
    }

    /** @param version of the signup as it was shown: what was written since then is not undone by mistake */
    @RetriedOnConflict
    @Transactional
    public Answer undo(CheckInDesk desk, SignupId id, int version) {
        return undo(desk, id, version, Presence::undone);
    }

    /**
     * Of an arrival only, and within a moment: what stands there longer, people at the desk have seen.
     *
     * @param version as for {@link #undo}
     */
    @RetriedOnConflict
    @Transactional
    public Answer undoArrival(CheckInDesk desk, SignupId id, int version, Duration within) {
        var since = clock.instant().minus(within);
        return undo(desk, id, version, was -> was.cameAfter(since) ? was.undone() : Optional.empty());
    }

    private Answer undo(CheckInDesk desk, SignupId id, int version, Function<Presence, Optional<Presence>> back) {
        return write(desk, id, "signup.attendance-undone", (found, signup) -> {
            var before = signup.version() == version ? back.apply(signup.presence()) : Optional.<Presence>empty();
            return before.map(Decision::to).orElse(Decision.not(Outcome.STALE));
        });
    }

    private Answer step(
            CheckInDesk desk, SignupId id, Attendance to, String action, Function<Presence, Optional<Presence>> forth) {
        return write(desk, id, action, (found, signup) -> {
            if (signup.presence().attendance() == to) {
                return Decision.not(Outcome.ALREADY);
            }
            if (!desk.takesAt(clock.instant(), found.during())) {
                return Decision.not(Outcome.TOO_EARLY);
            }
            return forth.apply(signup.presence()).map(Decision::to).orElse(Decision.not(Outcome.STALE));
        });
    }

    /** @param now null where it stays as it is */
    private record Decision(Outcome outcome, @Nullable Presence now) {

        static Decision to(Presence now) {
            return new Decision(Outcome.WRITTEN, now);
        }

        static Decision not(Outcome why) {
            return new Decision(why, null);
        }
    }

    private interface Decider {
        Decision decide(SignupInHand.Found found, Signup signup);
    }

    private Answer write(CheckInDesk desk, SignupId id, String action, Decider decider) {
        var found = inHand.hold(desk, id);
        var signup = signups.findById(id).orElseThrow();
        var decision = signup.state() == Signup.State.CONFIRMED
                ? decider.decide(found, signup)
                : Decision.not(Outcome.NOT_ON_IT);
        if (decision.now() != null) {
            write(desk, signup, action, decision.now());
        }
        return new Answer(decision.outcome(), found.name(), signup.presence(), signup.version());
    }

    /**
     * Times as somebody remembers them.
     *
     * @param version of the signup as it was shown
     * @param note null to leave it as it is
     */
    @RetriedOnConflict
    @Transactional
    public void correct(
            CheckInDesk desk,
            SignupId id,
            @Nullable Integer version,
            @Nullable Instant arrived,
            @Nullable Instant done,
            @Nullable String note) {
        var found = inHand.hold(desk, id);
        var signup = signups.findById(id).orElseThrow();
        if (signup.state() != Signup.State.CONFIRMED) {
            throw new FormRefusal("arrived", "checkin.not-on-it", found.name());
        }
        Saving.refuseStale(version, signup.version());
        var was = signup.presence();
        write(
                desk,
                signup,
                "signup.attendance-corrected",
                was.corrected(arrived, done, note == null ? was.note() : note));
    }

    private void write(CheckInDesk desk, Signup signup, String action, Presence now) {
        var was = signup.presence();
        if (!was.equals(now)) {
            signup.isWrittenDown(now);
            news.attended(action, signup, was, desk);
        }
    }
}
