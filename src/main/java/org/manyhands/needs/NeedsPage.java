package org.manyhands.needs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;

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
        return new GridFilling(conference, sheet, kept).page();
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
}
