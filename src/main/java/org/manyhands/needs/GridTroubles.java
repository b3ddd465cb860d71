package org.manyhands.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.FormRefusal;

/**
 * What of a grid was not saved, in words and by the names of its fields.
 *
 * @param names of the fields of the cells
 */
record GridTroubles(
        ConferencePage conference, NeedsGrid.Sheet sheet, NeedsPage.Kept kept, Map<NeedsGrid.At, String> names) {

    List<NeedsPage.Problem> problems() {
        var problems = new ArrayList<NeedsPage.Problem>();
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
            var columns =
                    sheet.columns().stream().map(head -> head.column().key()).toList();
            for (var why : kept.saved().unreadLines().getOrDefault(line, List.of())) {
                var column = columns.indexOf(why.field());
                problems.add(problem(
                        column < 0 ? why.field().replace("day", "from") + "-" + number : "n-" + number + "-" + column,
                        "New line " + (number + 1),
                        why,
                        null));
            }
        }
        return problems;
    }

    private static NeedsPage.Problem problem(String field, String where, FormRefusal why, @Nullable String shift) {
        return new NeedsPage.Problem(field, where, why.key(), why.args(), shift);
    }

    List<NeedsPage.Mine> mine() {
        return kept.saved().clashes().stream()
                .map(clash -> new NeedsPage.Mine(
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
