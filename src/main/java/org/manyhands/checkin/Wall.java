package org.manyhands.checkin;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.manyhands.shared.LocalTimes;

/** Who is at a place, who leaves it soon and who comes: as much of their names as a wall may show. */
record Wall(Column here, Column leaving, Column coming) {

    /** As many as can be read from five metres on one screen. */
    private static final int MOST = 6;

    private static final Duration SOON = Duration.ofMinutes(30);

    /** @param more how many there was no room for */
    record Column(List<Line> people, int more) {}

    record Line(String name, String role, String when) {}

    static Wall of(List<Arrival> there, LocalTimes times, Instant now) {
        Predicate<Arrival> here = each -> each.is("ARRIVED");
        Predicate<Arrival> leaving = each -> !each.during().end().isAfter(now.plus(SOON));
        var byEnd = there.stream()
                .sorted(comparing((Arrival each) -> each.during().end()))
                .toList();
        return new Wall(
                column(byEnd, here.and(leaving.negate()), "until", times),
                column(byEnd, here.and(leaving), "until", times),
                column(there, each -> each.is("EXPECTED"), "from", times));
    }

    private static Column column(List<Arrival> there, Predicate<Arrival> which, String word, LocalTimes times) {
        var all = there.stream().filter(which).toList();
        return new Column(
                all.stream().limit(MOST).map(each -> line(each, word, times)).toList(), Math.max(0, all.size() - MOST));
    }

    private static Line line(Arrival each, String word, LocalTimes times) {
        var at = word.equals("until") ? each.during().end() : each.during().start();
        return new Line(each.name().inShort(), each.role(), word + " " + times.time(at));
    }
}
