package org.manyhands.needs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.TimeRange;
import org.manyhands.shared.TypedText;
import org.manyhands.shift.TimeslotForm;
import org.manyhands.shift.TimeslotId;
import org.springframework.util.MultiValueMap;

/**
 * The grid as it was sent. Each cell is one parameter, called by its row and column, and what all cells showed before is
 * one more: a server takes only so many.
 *
 * @param lines the timeslots of the day
 * @param newLines timeslots to be, those that were left blank aside
 * @param chosen the columns to add
 */
record NeedsForm(LocalDate day, List<Column> columns, List<Line> lines, List<NewLine> newLines, List<Column> chosen) {

    /** Empty lines for new timeslots. */
    static final int NEW_LINES = 6;

    /** Pairs of a role and a place to add. */
    static final int NEW_COLUMNS = 3;

    /** What was typed into a cell, and what stood there before. */
    record Entry(Column column, String shown, String typed) {

        boolean isTouched() {
            return !typed.equals(shown) && !new NeedText(typed).says(shown);
        }

        NeedText text() {
            return new NeedText(typed);
        }
    }

    record Line(TimeslotId slot, List<Entry> entries) {

        List<Entry> touched() {
            return entries.stream().filter(Entry::isTouched).toList();
        }
    }

    record NewLine(String from, String to, List<Entry> entries) {

        boolean isBlank() {
            return from.isEmpty() && to.isEmpty() && entries.stream().noneMatch(Entry::isTouched);
        }

        /** Beside "from", "to" or a column; nothing where all of it can be read. */
        List<FormRefusal> wrong(LocalDate day, ConferencePage conference) {
            var wrong = new ArrayList<FormRefusal>();
            refusal(() -> during(day, conference)).ifPresent(wrong::add);
            for (var entry : entries) {
                refusal(() -> entry.text().need())
                        .map(why -> new FormRefusal(
                                entry.column().key(), why.key(), why.args().toArray()))
                        .ifPresent(wrong::add);
            }
            return wrong;
        }

        private static Optional<FormRefusal> refusal(Runnable reading) {
            try {
                reading.run();
                return Optional.empty();
            } catch (FormRefusal refusal) {
                return Optional.of(refusal);
            }
        }

        List<Entry> touched() {
            return entries.stream().filter(Entry::isTouched).toList();
        }

        /** @throws FormRefusal beside "from" or "to" */
        TimeRange during(LocalDate day, ConferencePage conference) {
            return new TimeslotForm(day, new ClockText(from).time("from"), new ClockText(to).time("to"), "", null)
                    .during(conference);
        }
    }

    static NeedsForm typed(LocalDate day, MultiValueMap<String, String> typed) {
        var fields = new Fields(typed);
        var columns = typed.getOrDefault("column", List.of()).stream()
                .flatMap(key -> Column.of(key).stream())
                .distinct()
                .limit(NeedsGrid.MOST_CELLS)
                .toList();
        return new NeedsForm(day, columns, fields.lines(columns), fields.newLines(columns), fields.chosen());
    }

    /** The parameters by their names. */
    private record Fields(MultiValueMap<String, String> typed, Map<String, String> shown, Map<String, String> mine) {

        Fields(MultiValueMap<String, String> typed) {
            this(typed, pairs(typed.getOrDefault("shown", List.of())), pairs(typed.getOrDefault("mine", List.of())));
        }

        /** "c-0-3=1-2 c-1-0=2". */
        private static Map<String, String> pairs(List<String> sent) {
            var pairs = new HashMap<String, String>();
            for (var pair : String.join(" ", sent).split(" ")) {
                var parts = pair.split("=", 2);
                if (parts.length == 2) {
                    pairs.put(parts[0], parts[1]);
                }
            }
            return pairs;
        }

        List<Line> lines(List<Column> columns) {
            var slots = typed.getOrDefault("slot", List.of());
            return IntStream.range(0, slots.size())
                    .mapToObj(row -> new Line(lenient(slots.get(row)), entries("c-" + row, columns)))
                    .toList();
        }

        private static TimeslotId lenient(String slot) {
            try {
                return TimeslotId.of(slot);
            } catch (NotFound unreadable) {
                return TimeslotId.next();
            }
        }

        List<NewLine> newLines(List<Column> columns) {
            return IntStream.range(0, NEW_LINES)
                    .mapToObj(
                            row -> new NewLine(value("from-" + row), value("to-" + row), entries("n-" + row, columns)))
                    .filter(line -> !line.isBlank())
                    .toList();
        }

        private List<Entry> entries(String row, List<Column> columns) {
            var entries = new ArrayList<Entry>();
            for (var column = 0; column < columns.size(); column++) {
                var name = row + "-" + column;
                var before = shown.getOrDefault(name, "");
                var sent = mine.containsKey(name) ? mine.get(name) : typed.getFirst(name);
                entries.add(new Entry(columns.get(column), before, sent == null ? before : TypedText.clean(sent)));
            }
            return entries;
        }

        /** Where both are chosen, role and place. */
        List<Column> chosen() {
            var chosenRoles = typed.getOrDefault("addRole", List.of());
            var chosenPlaces = typed.getOrDefault("addPlace", List.of());
            return IntStream.range(0, Math.min(chosenRoles.size(), chosenPlaces.size()))
                    .mapToObj(number -> Column.of(chosenRoles.get(number) + "." + chosenPlaces.get(number)))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private String value(String name) {
            return TypedText.clean(Objects.requireNonNullElse(typed.getFirst(name), ""));
        }
    }
}
