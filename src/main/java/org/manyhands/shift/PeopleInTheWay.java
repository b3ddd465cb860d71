package org.manyhands.shift;

import java.util.Collection;
import java.util.List;
import org.manyhands.shared.FormRefusal;
import org.springframework.stereotype.Component;

/** Stands up for the people on shifts: nothing they signed up for vanishes or moves without them. */
@Component
class PeopleInTheWay {

    private static final int MOST_NAMES = 8;

    private final PeopleOnShifts people;

    PeopleInTheWay(PeopleOnShifts people) {
        this.people = people;
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

    List<String> on(Collection<Shift> shifts) {
        return people.namesOn(shifts.stream().map(Shift::id).toList());
    }

    /** "Ida Moreau, Jun Ito and Noor Haddad". */
    static String inWords(List<String> names) {
        if (names.size() == 1) {
            return names.getFirst();
        }
        var shown = names.size() > MOST_NAMES ? MOST_NAMES : names.size() - 1;
        var last = names.size() > MOST_NAMES ? names.size() - shown + " more" : names.getLast();
        return String.join(", ", names.subList(0, shown)) + " and " + last;
    }
}
