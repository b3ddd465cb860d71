package org.manyhands.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.Shift;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels a shift with people on it: it does not take place for them, or they do another one instead. */
@Service
class Clearing {

    private final Shifts shifts;
    private final OnShifts onShifts;
    private final Signups signups;
    private final SignupRequests requests;
    private final WaitingLine line;
    private final SignupRows rows;
    private final SignupNews news;
    private final AuditTrail audit;
    private final Clock clock;

    Clearing(
            Shifts shifts,
            OnShifts onShifts,
            Signups signups,
            SignupRequests requests,
            WaitingLine line,
            SignupRows rows,
            SignupNews news,
            AuditTrail audit,
            Clock clock) {
        this.shifts = shifts;
        this.onShifts = onShifts;
        this.signups = signups;
        this.requests = requests;
        this.line = line;
        this.rows = rows;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of the people: how many do the other shift now, and how many are on the conflict list. */
    record Cleared(int moved, int torn) {}

    /**
     * Nobody is locked but the shift: whoever changes a signup of it waits for that, and as people are only taken off,
     * nothing else of theirs matters. So it never has to start over, however many press for it.
     *
     * @return how many had it
     * @throws FormRefusal where it is over
     */
    @RetriedOnConflict
    @Transactional
    int cancel(ConferenceId conference, ShiftId id) {
        var shift = shifts.lock(id, conference).orElseThrow(NotFound::new);
        var now = clock.instant();
        shift.refuseIfOver(now);
        var people = onShifts.of(List.of(id));
        people.forEach(each -> callOff(each, now));
        hide(shift, now, "shift.cancelled", Map.of("people", people.size()));
        return (int) people.stream().filter(OnShifts.Somebody::hasIt).count();
    }

    /**
     * First come, first served; who only waits, or has not said yes to an offer, is told that it does not take place.
     *
     * @throws FormRefusal where it is over, or the other one cannot be taken any more
     */
    @RetriedOnConflict
    @Transactional
    Cleared moveEverybody(ConferenceId conference, ShiftId id, ShiftId to) {
        if (id.equals(to)) {
            throw new NotFound();
        }
        var people = onShifts.hold(List.of(id), to);
        var shift = shifts.lock(id, conference).orElseThrow(NotFound::new);
        var other = shifts.lock(to, conference).orElseThrow(NotFound::new);
        var now = clock.instant();
        shift.refuseIfOver(now);
        if (!other.isPublished() || !other.during().start().isAfter(now)) {
            throw new FormRefusal("instead", "clearing.not-to-come");
        }
        var moved = 0;
        var torn = 0;
        for (var each : people) {
            if (!each.hasIt()) {
                callOff(each, now);
            } else if (move(each, to, now)) {
                moved++;
            } else {
                torn++;
            }
        }
        hide(shift, now, "shift.people-moved", Map.of("to", to.shiftId(), "moved", moved, "torn", torn));
        return new Cleared(moved, torn);
    }

    private void callOff(OnShifts.Somebody each, Instant now) {
        signups.findById(each.signup()).orElseThrow().remove(Signup.Removal.CANCELLED, now);
        news.cancelled(each.signup(), each.hasIt());
    }

    private boolean move(OnShifts.Somebody each, ShiftId to, Instant now) {
        var had = signups.findById(each.signup()).orElseThrow();
        var request = requests.read(each.volunteer(), to, each.shift(), now);
        var broken = SignupRule.allBrokenBy(line.withClaims(request, each.volunteer(), to)).stream()
                .filter(rule -> !SignupRule.ABOUT_WHEN_TO_TAKE.contains(rule))
                .findFirst();
        if (broken.isPresent()) {
            had.loseTo(broken.get(), each.where().during(), to, now);
            news.lostToConflict(had.id(), each.where(), onShifts.whereIs(to), broken.get());
            return false;
        }
        had.remove(Signup.Removal.ORGANIZER, now);
        signups.flush();
        var placed = rows.confirm(SignupRows.Place.of(each.volunteer(), to), now);
        news.moved(placed.signup().id(), true, each.where());
        return true;
    }

    private void hide(Shift shift, Instant now, String action, Map<String, ?> detail) {
        var all = new HashMap<String, Object>(detail);
        all.put("before", Map.of("published", shift.isPublished(), "cancelled", shift.isCancelled()));
        shift.cancel(now);
        shifts.flush();
        all.put("after", Map.of("published", false, "cancelled", true));
        audit.record(action, "shift", shift.id().shiftId(), shift.conferenceId().conferenceId(), all);
    }
}
