package org.manyhands.needs;

import java.util.Arrays;
import java.util.List;
import org.manyhands.shared.TypedText;

/** Cells as a spreadsheet gives them to the clipboard: one line for a row, tabs between them. */
record PastedBlock(List<List<String>> rows) {

    private static final int MOST = 5_000;

    static PastedBlock of(String text) {
        var lines = text.replaceAll("(\\r\\n?|\\n)+$", "");
        return new PastedBlock(
                lines.isBlank()
                        ? List.of()
                        : Arrays.stream(lines.split("\\r\\n?|\\n", MOST))
                                .map(line -> Arrays.stream(line.split("\t", MOST))
                                        .map(TypedText::clean)
                                        .toList())
                                .toList());
    }
}
