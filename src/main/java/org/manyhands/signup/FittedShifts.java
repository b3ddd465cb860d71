package org.manyhands.signup;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;

/** What each of some shifts is to a volunteer's days, and which of them go together. */
public final class FittedShifts {

    private final Map<ShiftId, SignupRequest> requests;
    private final Agenda agenda;
    private final ZoneId zone;

    FittedShifts(Map<ShiftId, SignupRequest> requests, Agenda agenda, ZoneId zone) {
        this.requests = requests;
        this.agenda = agenda;
        this.zone = zone;
    }

    /** What the volunteer's days hold already. */
    public Agenda agenda() {
        return agenda;
    }

    /** @param shift one of those that were asked for */
    public Fits.Fit of(ShiftId shift) {
        return Fits.fit(Objects.requireNonNull(requests.get(shift)));
    }

    /**
     * The first of the shifts that can be taken all together: none overlaps another or comes too close to it, and their
     * hours stay within all limits.
     *
     * @param also what else must hold of the time of one that is added, and that of those that are held or added already
     */
    public List<ShiftList.Line> together(
            Collection<ShiftList.Line> bestFirst, int atMost, BiPredicate<TimeRange, List<TimeRange>> also) {
        var chosen = new ArrayList<ShiftList.Line>();
        for (var shift : bestFirst) {
            if (chosen.size() < atMost
                    && also.test(shift.during(), agenda.and(chosen).times())
                    && allowedWith(chosen, shift)) {
                chosen.add(shift);
            }
        }
        return chosen;
    }

    private boolean allowedWith(List<ShiftList.Line> chosen, ShiftList.Line shift) {
        return SignupRule.firstBrokenBesidesRoom(withAlso(chosen, shift)).isEmpty();
    }

    private SignupRequest withAlso(List<ShiftList.Line> chosen, ShiftList.Line shift) {
        var request = Objects.requireNonNull(requests.get(shift.id()));
        return request.beside(agenda.and(chosen)
                .beside(Agenda.Held.of(shift), request.limits().rest(), zone));
    }
}
