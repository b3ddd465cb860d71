package org.manyhands.checkin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.manyhands.checkin.Arrival.Shift;

/**
 * Those expected, by shift, soonest first.
 *
 * @param more whether there are more than are shown
 */
record CheckInList(List<Group> groups, int here, int late, int coming, boolean more) {

    /** A shift and its people. */
    record Group(Shift shift, List<Arrival> people) {

        public long here() {
            return people.stream().filter(each -> each.is("ARRIVED")).count();
        }
    }

    static CheckInList of(List<Arrival> found, Instant now) {
        var shown = found.stream().limit(Expected.MOST).toList();
        var groups =
                shown.stream().collect(groupingBy(Arrival::shift, LinkedHashMap::new, toList())).entrySet().stream()
                        .map(shift -> new Group(shift.getKey(), shift.getValue()))
                        .toList();
        var late = (int) shown.stream().filter(each -> each.isLate(now)).count();
        return new CheckInList(
                groups,
                (int) shown.stream().filter(each -> each.is("ARRIVED")).count(),
                late,
                (int) shown.stream()
                                .filter(each -> each.is("EXPECTED") && !each.onlyOffered())
                                .count()
                        - late,
                found.size() > shown.size());
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }
}
