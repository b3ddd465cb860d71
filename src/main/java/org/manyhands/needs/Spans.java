package org.manyhands.needs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.TimeslotForm;

/** Stretches of time made of others. */
final class Spans {

    private Spans() {}

    /**
     * One after the other until the end, where the last may be shorter than the others; each begins that much before the
     * one before ends.
     */
    static List<TimeRange> cut(TimeRange span, Duration length, Duration overlap) {
        var slots = new ArrayList<TimeRange>();
        var start = span.start();
        while (true) {
            var end = start.plus(length);
            if (!end.isBefore(span.end())) {
                slots.add(new TimeRange(start, span.end()));
                return slots;
            }
            slots.add(new TimeRange(start, end));
            start = end.minus(overlap);
        }
    }

    /**
     * The same by the clock on the wall, that much later: also where clocks change in between.
     *
     * @throws FormRefusal where no timeslot of the conference can be then
     */
    static TimeRange later(TimeRange during, Duration onTheWall, ConferencePage conference) {
        var from = onTheWall(during.start(), onTheWall, conference);
        var to = onTheWall(during.end(), onTheWall, conference);
        return new TimeslotForm(from.toLocalDate(), from.toLocalTime(), to.toLocalTime(), "", null).during(conference);
    }

    /** @throws FormRefusal where no timeslot of the conference can be then */
    static void refuseImpossible(TimeRange during, ConferencePage conference) {
        later(during, Duration.ZERO, conference);
    }

    private static LocalDateTime onTheWall(Instant instant, Duration later, ConferencePage conference) {
        return conference.times().local(instant).plus(later);
    }
}
