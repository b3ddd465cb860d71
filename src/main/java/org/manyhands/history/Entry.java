package org.manyhands.history;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change in words.
 *
 * @param step how a volunteer stood with a shift, and how they stand now
 * @param differences what is not as it was
 * @param said all that there was of something that came or went
 * @param facts what else was written down
 */
record Entry(
        Change change,
        List<Part> sentence,
        Optional<Difference> step,
        List<Difference> differences,
        List<Fact> said,
        List<Fact> facts) {

    /** @param page below {@code /organize} to which these words lead; none for words alone */
    record Part(String words, @Nullable String page) {}

    record Difference(String field, String before, String after) {}

    record Fact(String field, String words) {}
}
