package org.manyhands.schedule;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how much an import changes: "12 new, 3 moved, 1 gone". */
final class ChangesInWords {

    private ChangesInWords() {}

    static String of(Changes changes) {
        return changes.isEmpty()
                ? "nothing changed"
                : Stream.of(
                                count(changes.added().size(), "new"),
                                count(changes.back().size(), "back again"),
                                count(changes.moved().size(), "moved"),
                                count(changes.changed().size(), "changed"),
                                count(changes.gone().size(), "gone"))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private static String count(int number, String words) {
        return number == 0 ? "" : number + " " + words;
    }
}
