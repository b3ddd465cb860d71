package org.manyhands.needs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.FormRefusal;

/**
 * The grid as its page shows it.
 *
 * @param shown what all cells show that are not empty, as the form carries it along
 * @param roles how many columns each role has, in their order
 */
record NeedsPage(
        NeedsGrid.Sheet sheet,
        List<Row> rows,
        List<NewRow> newRows,
        String shown,
        List<Span> roles,
        List<Problem> problems,
        List<Mine> mine) {

    /** @param aside what else there is to know of it: who is on it, that it is a draft */
    record Cell(String name, String text, String css, String aside, boolean wrong) {}

    record Row(NeedsGrid.Slot slot, List<Cell> cells) {}

    record NewRow(int number, String from, String to, List<Cell> cells) {}

    record Span(String role, int columns) {}

    /** @param shift where people stand against it, the one they are on */
    record Problem(
            String field,
            String where,
            String key,
            List<Object> args,
            @Nullable String shift) {}

    /** A value that somebody else was faster with. @param value what the form sends to have mine all the same */
    record Mine(String field, String where, String theirs, String mine, String value) {}

    static NeedsPage of(ConferencePage conference, NeedsGrid.Sheet sheet, Kept kept) {
        return new Making(conference, sheet, kept).page();
    }

    /** What was typed and is to come back. @param shown what the cells showed that it was typed into */
    record Kept(
            Map<NeedsGrid.At, String> typed,
            Map<NeedsGrid.At, String> shown,
            List<NeedsForm.NewLine> lines,
            Saved saved) {

        static Kept nothing() {
            return new Kept(Map.of(), Map.of(), List.of(), new Saved());
        }

        static Kept of(Saved saved) {
            return new Kept(
                    saved.typed(), Map.of(), List.copyOf(saved.unreadLines().keySet()), saved);
        }
    }

    private record Making(
            ConferencePage conference,
            NeedsGrid.Sheet sheet,
            Kept kept,
            Map<NeedsGrid.At, String> names,
            List<String> shown) {

        Making(ConferencePage conference, NeedsGrid.Sheet sheet, Kept kept) {
            this(conference, sheet, kept, new HashMap<>(), new ArrayList<>());
        }

        NeedsPage page() {
            var rows = new ArrayList<Row>();
            for (var slot : sheet.slots()) {
                rows.add(new Row(slot, cells(rows.size(), slot)));
            }
            var newRows = new ArrayList<NewRow>();
            for (var number = 0; number < NeedsForm.NEW_LINES; number++) {
                newRows.add(newRow(
                        number, number < kept.lines().size() ? kept.lines().get(number) : null));
            }
            return new NeedsPage(sheet, rows, newRows, String.join(" ", shown), roles(), problems(), mine());
        }

        private List<Cell> cells(int row, NeedsGrid.Slot slot) {
            var cells = new ArrayList<Cell>();
            for (var head : sheet.columns()) {
                var at = new NeedsGrid.At(slot.id(), head.column());
                var name = "c-" + row + "-" + cells.size();
                names.put(at, name);
                cells.add(cell(at, name));
            }
            return cells;
        }

        private Cell cell(NeedsGrid.At at, String name) {
            var stored = sheet.shifts().get(at);
            var now = NeedText.of(stored == null ? null : stored.need()).text();
            var before = kept.shown().getOrDefault(at, now);
            if (!before.isEmpty()) {
                shown.add(name + "=" + before);
            }
            var text = kept.typed().getOrDefault(at, before);
            var wrong =
                    kept.saved().refused().stream().anyMatch(each -> each.at().equals(at));
            return new Cell(name, text, css(stored, !text.equals(before)), aside(stored), wrong);
        }

        private static String css(NeedsGrid.@Nullable Stored stored, boolean touched) {
            if (touched) {
                return "touched";
            }
            return stored == null ? "none" : stored.published() ? "out" : "draft";
        }

        private static String aside(NeedsGrid.@Nullable Stored stored) {
            if (stored == null) {
                return "";
            }
            var people = stored.people() == 0 ? "" : stored.people() + " in";
            return stored.cancelled() ? "cancelled" : stored.published() ? people : "draft";
        }

        private NewRow newRow(int number, NeedsForm.@Nullable NewLine line) {
            var cells = new ArrayList<Cell>();
            for (var head : sheet.columns()) {
                var text = line == null
                        ? ""
                        : line.entries().stream()
                                .filter(entry -> entry.column().equals(head.column()))
                                .map(NeedsForm.Entry::typed)
                                .findFirst()
                                .orElse("");
                var wrong = line != null
                        && kept.saved().unreadLines().getOrDefault(line, List.of()).stream()
                                .anyMatch(
                                        why -> why.field().equals(head.column().key()));
                cells.add(new Cell(
                        "n-" + number + "-" + cells.size(), text, text.isEmpty() ? "none" : "touched", "", wrong));
            }
            return new NewRow(number, line == null ? "" : line.from(), line == null ? "" : line.to(), cells);
        }

        private List<Span> roles() {
            var spans = new ArrayList<Span>();
            for (var head : sheet.columns()) {
                if (!spans.isEmpty() && spans.getLast().role().equals(head.role())) {
                    spans.set(
                            spans.size() - 1,
                            new Span(head.role(), spans.getLast().columns() + 1));
                } else {
                    spans.add(new Span(head.role(), 1));
                }
            }
            return spans;
        }

        private List<Problem> problems() {
            var problems = new ArrayList<Problem>();
            for (var refused : kept.saved().refused()) {
                var people = refused.peopleOf();
                problems.add(problem(
                        names.getOrDefault(refused.at(), "needs"),
                        where(refused.at()),
                        refused.why(),
                        people == null ? null : people.shiftId().toString()));
            }
            for (var line : kept.lines()) {
                var number = kept.lines().indexOf(line);
                var columns = sheet.columns().stream()
                        .map(head -> head.column().key())
                        .toList();
                for (var why : kept.saved().unreadLines().getOrDefault(line, List.of())) {
                    var column = columns.indexOf(why.field());
                    problems.add(problem(
                            column < 0
                                    ? why.field().replace("day", "from") + "-" + number
                                    : "n-" + number + "-" + column,
                            "New line " + (number + 1),
                            why,
                            null));
                }
            }
            return problems;
        }

        private static Problem problem(String field, String where, FormRefusal why, @Nullable String shift) {
            return new Problem(field, where, why.key(), why.args(), shift);
        }

        private List<Mine> mine() {
            return kept.saved().clashes().stream()
                    .map(clash -> new Mine(
                            names.getOrDefault(clash.at(), "needs"),
                            where(clash.at()),
                            clash.theirs(),
                            clash.mine(),
                            names.get(clash.at()) + "=" + clash.mine()))
                    .toList();
        }

        /** "Registration desk, Lobby, 8:00 – 10:00". */
        private String where(NeedsGrid.At at) {
            var column = sheet.columns().stream()
                    .filter(head -> head.column().equals(at.column()))
                    .map(head -> head.role() + ", " + head.place() + ", ")
                    .collect(Collectors.joining());
            return sheet.slots().stream()
                    .filter(slot -> slot.id().equals(at.slot()))
                    .map(slot -> column + conference.times().span(slot.during()))
                    .collect(Collectors.joining());
        }
    }
}
