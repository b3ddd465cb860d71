package org.manyhands.roster;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.TimeRange;

/** People signed up of people wanted, hour by hour: roles down, those with the widest gaps first, the hours that have shifts across. */
record GapTable(List<Instant> hours, List<Row> rows) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** The shifts of a role in an hour. */
    record Cell(Instant hour, Gaps.Cell people) {}

    /** Hours in a row that want as many people. */
    record Stretch(TimeRange during, Gaps.Cell people) {

        private boolean isContinuedBy(Cell next) {
            return during.end().equals(next.hour())
                    && people.signedUp() == next.people().signedUp()
                    && people.wanted() == next.people().wanted()
                    && people.grade() == next.people().grade();
        }
    }

    record Row(String role, String slug, List<Cell> cells) {

        long shortHours() {
            return cells.stream()
                    .filter(cell -> cell.people().grade() == Gaps.Grade.SHORT)
                    .count();
        }

        int open() {
            return cells.stream().mapToInt(cell -> cell.people().open()).sum();
        }

        /** What a phone lists: only where somebody is wanted. */
        public List<Stretch> stretches() {
            var stretches = new ArrayList<Stretch>();
            for (var cell : cells) {
                if (cell.people().open() == 0) {
                    continue;
                }
                var last = stretches.isEmpty() ? null : stretches.getLast();
                if (last != null && last.isContinuedBy(cell)) {
                    stretches.removeLast();
                    stretches.add(new Stretch(
                            new TimeRange(
                                    last.during().start(), last.during().end().plus(HOUR)),
                            last.people()));
                } else {
                    stretches.add(
                            new Stretch(new TimeRange(cell.hour(), cell.hour().plus(HOUR)), cell.people()));
                }
            }
            return stretches;
        }
    }

    static GapTable of(List<HourlyGaps.Shift> shifts, TimeRange time, ConferencePage conference) {
        var hours = new TreeSet<Instant>();
        var roles = new TreeMap<String, Map<Instant, List<OpenPlaces.Line>>>();
        for (var shift : shifts) {
            for (var hour : hoursOf(shift.busy(), time, conference)) {
                hours.add(hour);
                roles.computeIfAbsent(shift.line().roleSlug(), _ -> new TreeMap<>())
                        .computeIfAbsent(hour, _ -> new ArrayList<>())
                        .add(shift.line());
            }
        }
        return new GapTable(
                List.copyOf(hours),
                roles.entrySet().stream()
                        .map(role -> row(role.getKey(), role.getValue(), hours, conference))
                        .sorted(comparing(Row::shortHours)
                                .thenComparing(Row::open)
                                .reversed()
                                .thenComparing(Row::role))
                        .toList());
    }

    private static List<Instant> hoursOf(TimeRange busy, TimeRange time, ConferencePage conference) {
        var hours = new ArrayList<Instant>();
        var first = HourlyGaps.hourOf(busy.start().isBefore(time.start()) ? time.start() : busy.start(), conference);
        for (var hour = first; hour.isBefore(busy.end()) && hour.isBefore(time.end()); hour = hour.plus(HOUR)) {
            hours.add(hour);
        }
        return hours;
    }

    private static Row row(
            String slug, Map<Instant, List<OpenPlaces.Line>> byHour, Set<Instant> hours, ConferencePage conference) {
        var cells = hours.stream()
                .map(hour -> new Cell(hour, new Gaps.Cell(day(hour, conference), byHour.getOrDefault(hour, List.of()))))
                .toList();
        return new Row(byHour.values().iterator().next().getFirst().role(), slug, cells);
    }

    private static LocalDate day(Instant hour, ConferencePage conference) {
        return conference.times().date(hour);
    }

    public int shortRoles() {
        return (int) rows.stream().filter(row -> row.shortHours() > 0).count();
    }

    /** The rows that want somebody at some hour. */
    public List<Row> open() {
        return rows.stream().filter(row -> row.open() > 0).toList();
    }
}
