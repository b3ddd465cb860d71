package org.manyhands.shift;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.TimeRange;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Stands up for the people on shifts: nothing they signed up for vanishes or moves without them. */
@Component
public class PeopleInTheWay {

    /** What a form sends to have the people moved along. */
    static final String MOVE = "move";

    private static final Set<String> MOVABLE = Set.of("timeslot.has-people", "shift.has-people");

    private static final int MOST_NAMES = 8;

    private final PeopleOnShifts people;
    private final PeopleMoving moving;

    PeopleInTheWay(PeopleOnShifts people, PeopleMoving moving) {
        this.people = people;
        this.moving = moving;
    }

    /**
     * @param lockedShifts locked by this transaction, so that nobody signs up between the look and the change
     * @throws FormRefusal beside the field, naming the people on the shifts, if there are any
     */
    void refuse(String field, String key, Collection<Shift> lockedShifts) {
        var names = on(lockedShifts);
        if (!names.isEmpty()) {
            throw new FormRefusal(field, key, inWords(names), names.size());
        }
    }

    /** As {@link #refuse}, and names those of them who have another shift at the time to which these would move. */
    void refuseToMove(String field, String key, Collection<Shift> lockedShifts, TimeRange during) {
        var names = on(lockedShifts);
        if (!names.isEmpty()) {
            var torn = moving.inTwoPlaces(arrivals(lockedShifts, during));
            throw new FormRefusal(field, key, inWords(names), names.size(), inWords(torn), torn.size());
        }
    }

    /** Names those on the shift who have another one at the time to which it would move, if there are any. */
    void refuseTorn(String key, Shift lockedShift, TimeRange during) {
        var torn = moving.inTwoPlaces(arrivals(List.of(lockedShift), during));
        if (!torn.isEmpty()) {
            throw new FormRefusal("", key, inWords(torn), torn.size());
        }
    }

    static List<PeopleMoving.Arrival> arrivals(Collection<Shift> shifts, TimeRange during) {
        return shifts.stream()
                .map(shift -> new PeopleMoving.Arrival(shift.id(), shift.busyIn(during)))
                .toList();
    }

    List<String> on(Collection<Shift> shifts) {
        return people.namesOn(shifts.stream().map(Shift::id).toList());
    }

    List<String> holdersOf(Shift shift) {
        return people.holdersOf(shift.id());
    }

    /** Whether it is only for people that a form was refused, so that it may be sent again to have them moved. */
    static boolean stoodAgainst(BindingResult typed) {
        return typed.getErrorCount() == 1
                && MOVABLE.contains(
                        String.valueOf(typed.getAllErrors().getFirst().getCode()));
    }

    /** "Ida Moreau, Jun Ito and Noor Haddad"; nothing for nobody. */
    public static String inWords(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        var shown = names.size() > MOST_NAMES ? MOST_NAMES : names.size() - 1;
        var last = names.size() > MOST_NAMES ? names.size() - shown + " more" : names.getLast();
        return String.join(", ", names.subList(0, shown)) + " and " + last;
    }
}
