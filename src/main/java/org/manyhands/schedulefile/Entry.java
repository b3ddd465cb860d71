package org.manyhands.schedulefile;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.manyhands.shared.TimeRange;

/**
 * One entry of a schedule, as a file says it.
 *
 * @param key tells the entry from all others of the file, and finds it again in a later version of the file
 * @param text plain text that may be Markdown; of HTML only the words and paragraphs are left. To be shown escaped, or
 *     through {@link org.manyhands.shared.Markdown}, which escapes
 * @param end never before the start; the same moment where the file has no end that could be right
 * @param blocks whether who attends it cannot work meanwhile
 * @param link leads to https, where there is one
 */
public record Entry(
        String key,
        String title,
        String subtitle,
        String text,
        List<String> speakers,
        List<String> rooms,
        Instant start,
        Instant end,
        Kind kind,
        boolean blocks,
        Set<Flag> flags,
        Optional<URI> link) {

    /** Empty where the entry has no length. */
    public Optional<TimeRange> during() {
        return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
    }
}
