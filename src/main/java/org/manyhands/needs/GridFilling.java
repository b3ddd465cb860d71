package org.manyhands.needs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;

/** Fills the grid's page: with what is stored, or what was typed and is to come back. */
record GridFilling(
        ConferencePage conference,
        NeedsGrid.Sheet sheet,
        NeedsPage.Kept kept,
        Map<NeedsGrid.At, String> names,
        List<String> shown) {

    GridFilling(ConferencePage conference, NeedsGrid.Sheet sheet, NeedsPage.Kept kept) {
        this(conference, sheet, kept, new HashMap<>(), new ArrayList<>());
    }

    NeedsPage page() {
        var rows = new ArrayList<NeedsPage.Row>();
        for (var slot : sheet.slots()) {
            rows.add(new NeedsPage.Row(slot, cells(rows.size(), slot)));
        }
        var newRows = new ArrayList<NeedsPage.NewRow>();
        for (var number = 0; number < NeedsForm.NEW_LINES; number++) {
            newRows.add(
                    newRow(number, number < kept.lines().size() ? kept.lines().get(number) : null));
        }
        var troubles = new GridTroubles(conference, sheet, kept, names);
        return new NeedsPage(
                sheet, rows, newRows, String.join(" ", shown), roles(), troubles.problems(), troubles.mine());
    }

    private List<NeedsPage.Cell> cells(int row, NeedsGrid.Slot slot) {
        var cells = new ArrayList<NeedsPage.Cell>();
        for (var head : sheet.columns()) {
            var at = new NeedsGrid.At(slot.id(), head.column());
            var name = "c-" + row + "-" + cells.size();
            names.put(at, name);
            cells.add(cell(at, name));
        }
        return cells;
    }

    private NeedsPage.Cell cell(NeedsGrid.At at, String name) {
        var stored = sheet.shifts().get(at);
        var now = NeedText.of(stored == null ? null : stored.need()).text();
        var before = kept.shown().getOrDefault(at, now);
        if (!before.isEmpty()) {
            shown.add(name + "=" + before);
        }
        var text = kept.typed().getOrDefault(at, before);
        var wrong = kept.saved().refused().stream().anyMatch(each -> each.at().equals(at));
        return new NeedsPage.Cell(name, text, css(stored, !text.equals(before)), aside(stored), wrong);
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

    private NeedsPage.NewRow newRow(int number, NeedsForm.@Nullable NewLine line) {
        var cells = new ArrayList<NeedsPage.Cell>();
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
                            .anyMatch(why -> why.field().equals(head.column().key()));
            cells.add(new NeedsPage.Cell(
                    "n-" + number + "-" + cells.size(), text, text.isEmpty() ? "none" : "touched", "", wrong));
        }
        return new NeedsPage.NewRow(number, line == null ? "" : line.from(), line == null ? "" : line.to(), cells);
    }

    private List<NeedsPage.Span> roles() {
        var spans = new ArrayList<NeedsPage.Span>();
        for (var head : sheet.columns()) {
            if (!spans.isEmpty() && spans.getLast().role().equals(head.role())) {
                spans.set(
                        spans.size() - 1,
                        new NeedsPage.Span(head.role(), spans.getLast().columns() + 1));
            } else {
                spans.add(new NeedsPage.Span(head.role(), 1));
            }
        }
        return spans;
    }
}
