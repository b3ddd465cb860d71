package org.manyhands.signup;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;

/** What each of some shifts is to a volunteer's days, and which of them go together. */
public final class FittedShifts {

    private final Map<ShiftId, SignupRequest> requests;
    private final ZoneId zone;

    FittedShifts(Map<ShiftId, SignupRequest> requests, ZoneId zone) {
        this.requests = requests;
        this.zone = zone;
    }

    /** @param shift one of those that were asked for */
    public Fits.Fit of(ShiftId shift) {
        return Fits.fit(Objects.requireNonNull(requests.get(shift)));
    }

    /**
     * The first of the shifts that can be taken all together: none overlaps another or comes too close to it, and their
     * hours stay within all limits.
     */
    public List<ShiftList.Line> together(Collection<ShiftList.Line> bestFirst, int atMost) {
        var chosen = new ArrayList<ShiftList.Line>();
        for (var shift : bestFirst) {
            if (chosen.size() < atMost && allowedWith(chosen, shift)) {
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
        return request.withAlso(
                firstWithin(shift.busy(), chosen).orElse(request.clash()),
                firstWithin(withRest(shift.busy(), request.limits().rest()), chosen)
                        .orElse(request.tooClose()),
                new SignupRequest.Held(
                        request.held().shifts() + chosen.size(),
                        request.held().inAll().plus(hours(chosen)),
                        request.held().thatDay().plus(hours(sameDay(chosen, shift)))));
    }

    private static Optional<SignupRequest.Other> firstWithin(TimeRange range, List<ShiftList.Line> chosen) {
        return chosen.stream()
                .filter(other -> other.busy().overlaps(range))
                .findFirst()
                .map(other -> new SignupRequest.Other(other.role(), other.during()));
    }

    private static TimeRange withRest(TimeRange busy, Duration rest) {
        return new TimeRange(busy.start().minus(rest), busy.end().plus(rest));
    }

    private List<ShiftList.Line> sameDay(List<ShiftList.Line> chosen, ShiftList.Line shift) {
        var day = shift.during().start().atZone(zone).toLocalDate();
        return chosen.stream()
                .filter(other ->
                        other.during().start().atZone(zone).toLocalDate().equals(day))
                .toList();
    }

    private static Duration hours(List<ShiftList.Line> shifts) {
        return shifts.stream().map(shift -> shift.during().length()).reduce(Duration.ZERO, Duration::plus);
    }
}
