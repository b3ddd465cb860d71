package org.manyhands.signup;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shift.ShiftFilter;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Component;

/** What somebody could take instead of a shift they cannot have: the same work first, then whatever is nearest in time. */
@Component
class Alternatives {

    private static final int ENOUGH = 3;

    private final ShiftList shifts;
    private final MyShifts myShifts;
    private final SignupRequests requests;
    private final Clock clock;

    Alternatives(ShiftList shifts, MyShifts myShifts, SignupRequests requests, Clock clock) {
        this.shifts = shifts;
        this.myShifts = myShifts;
        this.requests = requests;
        this.clock = clock;
    }

    /** None for whoever has the shift, or can have it. */
    List<ShiftCard> insteadOf(ShiftCard card, ConferencePage conference, @Nullable VolunteerId volunteer) {
        var theirs = card.mine() != null
                || card.isOpen() && mayTake(volunteer, card.shift().id());
        return theirs ? List.of() : insteadOf(card.shift(), conference, volunteer);
    }

    private boolean mayTake(@Nullable VolunteerId volunteer, ShiftId shift) {
        return volunteer == null
                || !allowedTo(volunteer, Set.of(shift), clock.instant()).isEmpty();
    }

    /** @param volunteer who could take each of them by the rules; anybody for null */
    List<ShiftCard> insteadOf(ShiftList.Line shift, ConferencePage conference, @Nullable VolunteerId volunteer) {
        var now = clock.instant();
        var mine = volunteer == null ? List.<MyShift>of() : myShifts.of(volunteer);
        var open = ShiftCard.of(shifts.published(conference, ShiftFilter.NONE, now), mine, conference, now).stream()
                .map(card -> volunteer == null ? card.toAStranger() : card)
                .filter(card -> card.isOpen() && !card.shift().id().equals(shift.id()))
                .toList();
        var allowed = volunteer == null ? ids(open) : allowedTo(volunteer, ids(open), now);
        return open.stream()
                .filter(card -> allowed.contains(card.shift().id()))
                .sorted(Comparator.comparing(
                                (ShiftCard card) -> !card.shift().roleSlug().equals(shift.roleSlug()))
                        .thenComparing(card -> distance(card.shift(), shift)))
                .limit(ENOUGH)
                .toList();
    }

    private static Set<ShiftId> ids(List<ShiftCard> cards) {
        return cards.stream().map(card -> card.shift().id()).collect(toSet());
    }

    /** Where cover is wanted there is no room until it is taken. */
    private Set<ShiftId> allowedTo(VolunteerId volunteer, Set<ShiftId> shifts, Instant now) {
        return requests.readAll(volunteer, shifts, now).entrySet().stream()
                .filter(asked ->
                        SignupRule.firstBrokenBesidesRoom(asked.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private static Duration distance(ShiftList.Line one, ShiftList.Line other) {
        return Duration.between(one.during().start(), other.during().start()).abs();
    }
}
