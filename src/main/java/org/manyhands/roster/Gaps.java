package org.manyhands.roster;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.manyhands.roster.OpenPlaces.Line;
import org.manyhands.shift.Staffing;

/** Open places by day and role: roles down, those with the widest gaps first, days across. */
record Gaps(List<LocalDate> days, List<Row> rows) {

    /** How well a cell's shifts are staffed, as the page shades and marks it. */
    enum Grade {
        NONE(""),
        FITS(""),
        NEED("△"),
        SHORT("▲");

        private final String symbol;

        Grade(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** The shifts of a role on a day. */
    record Cell(LocalDate day, List<Line> shifts) {

        public Grade grade() {
            if (shifts.isEmpty()) {
                return Grade.NONE;
            }
            if (shifts.stream().anyMatch(Line::isShort)) {
                return Grade.SHORT;
            }
            return open() > 0 ? Grade.NEED : Grade.FITS;
        }

        public int open() {
            return staffing().mapToInt(Staffing::open).sum();
        }

        public int wanted() {
            return staffing().mapToInt(shift -> shift.need().wanted()).sum();
        }

        /** Who has signed up; with a gap left, those beyond what their shift wants are left out, for they do not fill it. */
        public int signedUp() {
            return staffing()
                    .mapToInt(open() > 0 ? Staffing::filled : Staffing::occupied)
                    .sum();
        }

        private Stream<Staffing> staffing() {
            return shifts.stream().map(Line::staffing);
        }
    }

    /** A role's cells, one for each day. */
    record Row(String role, String slug, List<Cell> cells) {

        long shortDays() {
            return cells.stream().filter(cell -> cell.grade() == Grade.SHORT).count();
        }

        int open() {
            return cells.stream().mapToInt(Cell::open).sum();
        }

        public Cell on(LocalDate day) {
            return cells.stream()
                    .filter(cell -> cell.day().equals(day))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Gaps in(List<Line> shifts, ZoneId zone) {
        var days = shifts.stream()
                .map(shift -> dayOf(shift, zone))
                .distinct()
                .sorted()
                .toList();
        var rows = shifts.stream().collect(groupingBy(Line::roleSlug)).values().stream()
                .map(ofRole -> row(ofRole, days, zone))
                .sorted(comparing(Row::shortDays)
                        .thenComparing(Row::open)
                        .reversed()
                        .thenComparing(Row::role))
                .toList();
        return new Gaps(days, rows);
    }

    private static Row row(List<Line> shifts, List<LocalDate> days, ZoneId zone) {
        var byDay = shifts.stream().collect(groupingBy(shift -> dayOf(shift, zone)));
        return new Row(
                shifts.getFirst().role(),
                shifts.getFirst().roleSlug(),
                days.stream()
                        .map(day -> new Cell(day, byDay.getOrDefault(day, List.of())))
                        .toList());
    }

    private static LocalDate dayOf(Line shift, ZoneId zone) {
        return LocalDate.ofInstant(shift.during().start(), zone);
    }

    /** The rows that want more people on that day. */
    public List<Row> openOn(LocalDate day) {
        return rows.stream().filter(row -> row.on(day).open() > 0).toList();
    }
}
