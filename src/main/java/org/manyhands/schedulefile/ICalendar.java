package org.manyhands.schedulefile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * iCalendar (RFC 5545), as leniently as calendars are careless: each event is parsed by itself, so that a broken one
 * does not take the others with it, and time zones are taken by their names, whether or not the file defines them.
 */
final class ICalendar {

    private static final String EVENT = "VEVENT";
    private static final Pattern BOUND = Pattern.compile("(BEGIN|END):\\s*([\\w-]+)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile("^[\\w-]+[;:]");

    private final Gathering gathering;
    private final ICalendarTimes times;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<StringBuilder> lines = new ArrayList<>();
    private int events;

    ICalendar(ConferenceDays days) {
        gathering = new Gathering(days);
        times = new ICalendarTimes(days);
    }

    /** @param text is unfolded already */
    ScheduleRead.Read read(String text) {
        text.lines().forEach(line -> {
            var bound = BOUND.matcher(line);
            if (!bound.matches()) {
                content(line);
            } else if (bound.group(1).equalsIgnoreCase("BEGIN")) {
                opened(bound.group(2).toUpperCase(Locale.ROOT));
            } else {
                closed(bound.group(2).toUpperCase(Locale.ROOT));
            }
        });
        finishEvent();
        return gathering.read(Format.ICALENDAR);
    }

    private void opened(String component) {
        if (component.equals(EVENT)) {
            finishEvent();
        }
        open.push(component);
        if (open.size() > Caps.DEPTH) {
            throw new CannotRead("This calendar is too deeply nested to be a schedule.");
        }
    }

    private void closed(String component) {
        if (!open.contains(component)) {
            return;
        }
        if (component.equals(EVENT)) {
            event();
        }
        while (!open.pop().equals(component)) {
            // what was opened inside and never closed ends with it
        }
    }

    /** An event in which another one begins, or the file ends, is a broken one. */
    private void finishEvent() {
        if (open.contains(EVENT)) {
            gathering.add(spot(++events, content()), () -> {
                throw new Unreadable("The file breaks off in the middle of it.");
            });
            lines.clear();
            while (!open.pop().equals(EVENT)) {
                // as above
            }
        }
    }

    private void content(String line) {
        var component = open.isEmpty() ? "" : open.peek();
        if (component.equals(EVENT)) {
            addToEvent(line);
        } else if (!open.contains(EVENT)) {
            times.learn(component, line);
        }
    }

    /** A line that begins with no name goes on with the one before: somebody forgot the blank. */
    private void addToEvent(String line) {
        if (lines.isEmpty() || LINE.matcher(line).find()) {
            lines.add(new StringBuilder(line));
        } else {
            lines.getLast().append(line);
        }
    }

    private void event() {
        var index = ++events;
        var content = content();
        lines.clear();
        gathering.add(spot(index, content), () -> ICalendarEvent.parse(content).draft(index, times));
    }

    private List<String> content() {
        return lines.stream().map(StringBuilder::toString).toList();
    }

    private static Spot spot(int index, List<String> lines) {
        var title = value("SUMMARY", lines);
        return new Spot(
                "event " + index, title.isEmpty() ? String.join(" ", lines) : title, value("UID", lines), title);
    }

    /** Word for word: of an event that cannot be read as what it is. */
    private static String value(String property, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(property))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
