package org.manyhands.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.manyhands.shared.TimeRange;

/** Says times in a conference's zone as iCalendar does, and what that zone's clocks do meanwhile (RFC 5545, 3.6.5). */
record CalendarZone(ZoneId zone) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final Duration BEFORE_AND_AFTER = Duration.ofDays(1);

    /**
     * In local time, by which people know it and which stays right where a government changes its mind. Where clocks go
     * back, an hour comes twice: RFC 5545 (3.3.5) means the first one, ical.js reads the second, so it is said in UTC.
     */
    void write(TimeRange during, CalendarText into) {
        if (comesTwice(during.start()) || comesTwice(during.end())) {
            into.at("DTSTART", during.start()).at("DTEND", during.end());
        } else {
            into.line("DTSTART;TZID=" + zone.getId() + ":" + local(during.start()));
            into.line("DTEND;TZID=" + zone.getId() + ":" + local(during.end()));
        }
    }

    private boolean comesTwice(Instant instant) {
        var local = LocalDateTime.ofInstant(instant, zone);
        return zone.getRules().getValidOffsets(local).size() > 1;
    }

    private String local(Instant instant) {
        return LOCAL.format(instant.atZone(zone));
    }

    /** One part for the offset at the beginning, and one for each change of the clocks until the end. */
    void writeRules(TimeRange covered, CalendarText into) {
        var rules = zone.getRules();
        var from = covered.start().minus(BEFORE_AND_AFTER);
        var until = covered.end().plus(BEFORE_AND_AFTER);
        into.begin("VTIMEZONE").line("TZID:" + zone.getId());
        var before = rules.previousTransition(from);
        if (before == null) {
            var offset = rules.getOffset(from);
            writePart(from, LONG_AGO, offset, offset, into);
        } else {
            writePart(
                    before.getInstant(),
                    before.getDateTimeBefore(),
                    before.getOffsetBefore(),
                    before.getOffsetAfter(),
                    into);
        }
        Stream.iterate(
                        rules.nextTransition(from),
                        change -> change != null && change.getInstant().isBefore(until),
                        change -> rules.nextTransition(change.getInstant()))
                .forEach(change -> writePart(
                        change.getInstant(),
                        change.getDateTimeBefore(),
                        change.getOffsetBefore(),
                        change.getOffsetAfter(),
                        into));
        into.end("VTIMEZONE");
    }

    /** @param onset in the time that clocks showed until then */
    private void writePart(Instant since, LocalDateTime onset, ZoneOffset was, ZoneOffset is, CalendarText into) {
        var part = zone.getRules().isDaylightSavings(since) ? "DAYLIGHT" : "STANDARD";
        into.begin(part)
                .line("DTSTART:" + LOCAL.format(onset))
                .line("TZOFFSETFROM:" + written(was))
                .line("TZOFFSETTO:" + written(is))
                .line("TZNAME:" + NAME.format(since.atZone(zone)))
                .end(part);
    }

    /** "+0545". */
    private static String written(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
    }
}
