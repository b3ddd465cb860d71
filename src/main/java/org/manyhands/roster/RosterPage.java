package org.manyhands.roster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.manyhands.roster.Roster.Entry;
import org.manyhands.shared.LocalTimes;

/** The roster laid out: days with their timeslots, or roles or places with their days. */
record RosterPage(List<Sheet> sheets) {

    /** A day, a role or a place: what one would pin up together. */
    record Sheet(String title, List<Part> parts) {}

    /** A timeslot of a day, or a day of a role or place. */
    record Part(String title, List<Entry> entries) {}

    static RosterPage byDay(List<Entry> entries, LocalTimes times) {
        return of(grouped(entries, entry -> day(entry, times)), entry -> timeslot(entry, times));
    }

    static RosterPage byRole(List<Entry> entries, LocalTimes times) {
        return of(new TreeMap<>(grouped(entries, entry -> entry.shift().role())), entry -> day(entry, times));
    }

    static RosterPage byPlace(List<Entry> entries, LocalTimes times) {
        return of(new TreeMap<>(grouped(entries, entry -> entry.shift().place())), entry -> day(entry, times));
    }

    private static RosterPage of(Map<String, List<Entry>> sheets, Function<Entry, String> part) {
        return new RosterPage(sheets.entrySet().stream()
                .map(sheet -> new Sheet(sheet.getKey(), parts(grouped(sheet.getValue(), part))))
                .toList());
    }

    private static List<Part> parts(Map<String, List<Entry>> parts) {
        return parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    private static Map<String, List<Entry>> grouped(List<Entry> entries, Function<Entry, String> title) {
        return entries.stream().collect(groupingBy(title, LinkedHashMap::new, toList()));
    }

    private static String day(Entry entry, LocalTimes times) {
        return times.day(entry.shift().during().start());
    }

    private static String timeslot(Entry entry, LocalTimes times) {
        var label = entry.shift().timeslot();
        return times.span(entry.shift().during()) + (label.isEmpty() ? "" : ", " + label);
    }
}
