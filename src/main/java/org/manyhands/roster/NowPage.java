package org.manyhands.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.manyhands.roster.NowRoster.Entry;
import org.manyhands.roster.NowRoster.Presence;

/**
 * What is on, sorted by what somebody who runs it has to know first. Each part holds the shifts it is about, with those
 * of their people whom it is about.
 *
 * @param missing begun, and they were not seen
 * @param open on or soon, and they cannot open, whoever comes
 * @param expected begin within two hours
 * @param here on, and they are there
 * @param leaving end within the hour, with everybody on them
 */
record NowPage(List<Entry> missing, List<Entry> open, List<Entry> expected, List<Entry> here, List<Entry> leaving) {

    private static final Duration WITHIN_THE_HOUR = Duration.ofHours(1);

    static NowPage of(List<Entry> entries, Instant now) {
        return new NowPage(
                those(entries, entry -> entry.hasBegun(now), Presence::isAwaited),
                entries.stream()
                        .filter(entry -> entry.shift().staffing().missing() > 0)
                        .toList(),
                those(entries, entry -> !entry.hasBegun(now), _ -> true),
                those(entries, entry -> entry.hasBegun(now), Presence::isHere),
                those(entries, entry -> entry.hasBegun(now) && endsWithinTheHour(entry, now), _ -> true));
    }

    private static boolean endsWithinTheHour(Entry entry, Instant now) {
        return !entry.shift().during().end().isAfter(now.plus(WITHIN_THE_HOUR));
    }

    private static List<Entry> those(List<Entry> entries, Predicate<Entry> which, Predicate<Presence> who) {
        return entries.stream()
                .filter(which)
                .map(entry -> new Entry(
                        entry.shift(), entry.people().stream().filter(who).toList()))
                .filter(entry -> !entry.people().isEmpty())
                .toList();
    }

    public boolean isQuiet() {
        return missing.isEmpty() && open.isEmpty() && expected.isEmpty() && here.isEmpty() && leaving.isEmpty();
    }

    public static int people(List<Entry> entries) {
        return entries.stream().mapToInt(entry -> entry.people().size()).sum();
    }

    public int missingPeople() {
        return people(missing);
    }

    public int expectedPeople() {
        return people(expected);
    }

    public int herePeople() {
        return people(here);
    }

    public int leavingPeople() {
        return people(leaving);
    }
}
