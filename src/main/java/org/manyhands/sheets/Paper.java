package org.manyhands.sheets;

import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The paper in the printer. */
enum Paper {
    /** ISO 216; labels of 70 × 37 mm, three by eight. */
    A4("A4", 24),
    /** ANSI A; labels of 2⅝ × 1 inch, three by ten. */
    LETTER("Letter", 30);

    private final String words;
    private final int labels;

    Paper(String words, int labels) {
        this.words = words;
        this.labels = labels;
    }

    public String words() {
        return words;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many labels a sheet has. */
    int labels() {
        return labels;
    }

    /** The one asked for, else what is usual there. */
    static Paper of(@Nullable String slug, ZoneId zone) {
        return Stream.of(values())
                .filter(paper -> paper.slug().equals(slug))
                .findFirst()
                .orElse(zone.getId().startsWith("America/") ? LETTER : A4);
    }
}
