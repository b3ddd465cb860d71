package org.manyhands.signup;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.PlaceId;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;

/**
 * What a volunteer's days hold already.
 *
 * @param held the shifts on which they have a place, by their start
 * @param starred the talks they want to attend and that keep them busy, by their start
 */
public record Agenda(List<Held> held, List<Starred> starred) {

    static final Agenda EMPTY = new Agenda(List.of(), List.of());

    /** @param busy the shift but for its handover */
    public record Held(ShiftId shift, String role, TimeRange during, TimeRange busy) {

        static Held of(ShiftList.Line shift) {
            return new Held(shift.id(), shift.role(), shift.during(), shift.busy());
        }

        private LocalDate day(ZoneId zone) {
            return during.start().atZone(zone).toLocalDate();
        }
    }

    /** @param places where it is given, of the conference's places */
    public record Starred(String title, TimeRange during, Set<PlaceId> places) {}

    /**
     * How a shift goes with the others that they hold.
     *
     * @param clash the first that overlaps it
     * @param tooClose the first that leaves less rest before or after it than the conference wants
     */
    record Beside(
            SignupRequest.@Nullable Other clash, SignupRequest.@Nullable Other tooClose, SignupRequest.Held held) {}

    Beside beside(Held shift, Duration rest, ZoneId zone) {
        var others = held.stream()
                .filter(other -> !other.shift().equals(shift.shift()))
                .toList();
        var withRest = new TimeRange(
                shift.busy().start().minus(rest), shift.busy().end().plus(rest));
        var day = shift.day(zone);
        return new Beside(
                first(others, other -> other.busy().overlaps(shift.busy())),
                rest.isZero() ? null : first(others, other -> other.busy().overlaps(withRest)),
                new SignupRequest.Held(
                        others.size(),
                        hours(others.stream()),
                        hours(others.stream().filter(other -> other.day(zone).equals(day)))));
    }

    private static SignupRequest.@Nullable Other first(List<Held> others, Predicate<Held> which) {
        return others.stream()
                .filter(which)
                .findFirst()
                .map(other -> new SignupRequest.Other(other.role(), other.during()))
                .orElse(null);
    }

    private static Duration hours(Stream<Held> shifts) {
        return shifts.map(shift -> shift.during().length()).reduce(Duration.ZERO, Duration::plus);
    }

    /** The talks that go on while they would be busy, of those that are given in some place, or elsewhere. */
    List<Starred> starredWithin(TimeRange busy, Predicate<Starred> which) {
        return starred.stream()
                .takeWhile(talk -> talk.during().start().isBefore(busy.end()))
                .filter(talk -> talk.during().overlaps(busy) && which.test(talk))
                .toList();
    }

    /** When they work, in no order. */
    public List<TimeRange> times() {
        return held.stream().map(Held::during).toList();
    }

    /** As of somebody who takes other shifts besides. */
    Agenda and(List<ShiftList.Line> others) {
        return new Agenda(
                Stream.concat(others.stream().map(Held::of), held.stream()).toList(), starred);
    }
}
