package org.manyhands.signup;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.manyhands.shift.ShiftsInSight;
import org.manyhands.volunteer.VolunteerId;
import org.manyhands.volunteer.WalkUps;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody stands at the desk and helps: onto a shift with nothing but a name. */
@Service
class WalkingIn {

    /** They are there, so it does not matter when one may sign up, nor that the shift has begun. */
    private static final Set<SignupRule> DO_NOT_MATTER = EnumSet.copyOf(SignupRule.ABOUT_WHEN_TO_TAKE);

    static {
        DO_NOT_MATTER.add(SignupRule.HAS_NOT_BEGUN);
    }

    private final WalkUps walkUps;
    private final SignupLocks locks;
    private final ShiftsInSight sight;
    private final Shifts shifts;
    private final Signups signups;
    private final Placing placing;
    private final SignupRows rows;
    private final SignupNews news;
    private final Clock clock;

    WalkingIn(
            WalkUps walkUps,
            SignupLocks locks,
            ShiftsInSight sight,
            Shifts shifts,
            Signups signups,
            Placing placing,
            SignupRows rows,
            SignupNews news,
            Clock clock) {
        this.walkUps = walkUps;
        this.locks = locks;
        this.sight = sight;
        this.shifts = shifts;
        this.signups = signups;
        this.placing = placing;
        this.rows = rows;
        this.news = news;
        this.clock = clock;
    }

    /** @param id made with the form, so that one sent twice adds them once */
    record Person(VolunteerId id, String name, String phone) {}

    /**
     * @param reason why they are to be on it against a rule; nothing to keep to them
     * @throws FormRefusal where a rule stands against it, or the shift is over; they are not added then
     */
    @RetriedOnConflict
    @Transactional
    void onto(ShiftId shift, Person person, String reason, ConferencePage conference, RolesInSight roles) {
        sight.require(conference.id(), roles, shift);
        walkUps.add(conference.id(), person.id(), person.name(), person.phone());
        if (!locks.take(person.id(), List.of(shift)).equals(conference.id().conferenceId())) {
            throw new NotFound();
        }
        var now = clock.instant();
        shifts.findById(shift).orElseThrow().refuseIfOver(now);
        if (signups.active(person.id().volunteerId(), shift.shiftId()).isPresent()) {
            return;
        }
        var broken = placing.against(person.id(), shift, null, now).stream()
                .filter(each -> !DO_NOT_MATTER.contains(each.rule()))
                .toList();
        if (!broken.isEmpty() && (reason.isBlank() || broken.getFirst().isFirm())) {
            throw refusal(broken.getFirst(), conference);
        }
        var rules = broken.stream().map(Placing.Broken::rule).toList();
        placing.makeRoomAgainst(rules, shift);
        var override = rules.isEmpty() ? null : reason;
        news.assigned(rows.confirm(SignupRows.Place.of(person.id(), shift), now, override), rules, override);
    }

    private static FormRefusal refusal(Placing.Broken broken, ConferencePage conference) {
        return new FormRefusal(
                broken.isFirm() ? "" : "reason",
                "assign.against." + broken.rule(),
                broken.facts().stream().map(conference.times()::say).toArray());
    }
}
