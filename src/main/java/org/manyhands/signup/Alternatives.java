package org.manyhands.signup;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shift.ShiftFilter;
import org.manyhands.shift.ShiftList;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Component;

/** What somebody could take instead of a shift they cannot have: the same work first, then whatever is nearest in time. */
@Component
class Alternatives {

    private static final int ENOUGH = 3;

    private final ShiftList shifts;
    private final MyShifts myShifts;
    private final Clock clock;

    Alternatives(ShiftList shifts, MyShifts myShifts, Clock clock) {
        this.shifts = shifts;
        this.myShifts = myShifts;
        this.clock = clock;
    }

    /** @param volunteer whose own shifts none of them overlaps; nobody's for null */
    List<ShiftCard> insteadOf(ShiftList.Line shift, ConferencePage conference, @Nullable VolunteerId volunteer) {
        var now = clock.instant();
        var mine = volunteer == null ? List.<MyShifts.Mine>of() : myShifts.of(volunteer);
        return ShiftCard.of(shifts.published(conference, ShiftFilter.NONE, now), mine, conference, now).stream()
                .filter(card -> card.isOpen() && !card.shift().id().equals(shift.id()))
                .sorted(Comparator.comparing(
                                (ShiftCard card) -> !card.shift().roleSlug().equals(shift.roleSlug()))
                        .thenComparing(card -> distance(card.shift(), shift)))
                .limit(ENOUGH)
                .toList();
    }

    private static Duration distance(ShiftList.Line one, ShiftList.Line other) {
        return Duration.between(one.during().start(), other.during().start()).abs();
    }
}
