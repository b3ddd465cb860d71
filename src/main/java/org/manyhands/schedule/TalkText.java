package org.manyhands.schedule;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.schedulefile.Entry;
import org.manyhands.schedulefile.Kind;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.TimeRange;

/**
 * All that a file can say of a talk.
 *
 * @param rooms sorted, each once
 * @param end never before the start; the same moment where the file has no end that could be right
 */
record TalkText(
        String title,
        String subtitle,
        String text,
        List<String> speakers,
        List<String> rooms,
        Instant start,
        Instant end,
        Kind kind,
        boolean blocks,
        @Nullable String link) {

    static TalkText of(Entry entry) {
        return new TalkText(
                entry.title(),
                entry.subtitle(),
                entry.text(),
                entry.speakers(),
                entry.rooms().stream().distinct().sorted().toList(),
                stored(entry.start()),
                stored(entry.end()),
                entry.kind(),
                entry.blocks(),
                entry.link().map(TalkText::address).orElse(null));
    }

    /** However the file spells the scheme. */
    private static String address(URI https) {
        return "https" + https.toString().substring("https".length());
    }

    /** As exactly as PostgreSQL keeps it, so that the same file twice says the same twice. */
    private static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** "Mon 19 Oct, 8:00 – 10:00", or where it has no length only when it starts. */
    public String when(LocalTimes times) {
        return start.isBefore(end)
                ? times.when(new TimeRange(start, end))
                : times.say(start).toString();
    }

    public String kindInWords() {
        return KindWords.of(kind);
    }
}
