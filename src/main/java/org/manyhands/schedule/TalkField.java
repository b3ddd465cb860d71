package org.manyhands.schedule;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.LocalTimes;

/** What of a talk a new file may say otherwise, and how an organizer reads it. */
enum TalkField {
    TIME("Time", talk -> List.of(talk.start(), talk.end())) {
        @Override
        String words(TalkText talk, LocalTimes times) {
            return talk.when(times);
        }
    },
    ROOMS("Room", talk -> String.join(", ", talk.rooms())),
    TITLE("Title", TalkText::title),
    SUBTITLE("Subtitle", TalkText::subtitle),
    SPEAKERS("Speakers", talk -> String.join(", ", talk.speakers())),
    KIND("Kind", TalkText::kind) {
        @Override
        String words(TalkText talk, LocalTimes times) {
            return KindWords.of(talk.kind());
        }
    },
    BLOCKS("Keeps people busy", TalkText::blocks) {
        @Override
        String words(TalkText talk, LocalTimes times) {
            return talk.blocks() ? "yes" : "no";
        }
    },
    TEXT("Description", TalkText::text),
    LINK("Link", TalkText::link);

    /** What of a description stands in a list. */
    private static final int LONGEST = 160;

    private final String label;
    private final Function<TalkText, @Nullable Object> value;

    TalkField(String label, Function<TalkText, @Nullable Object> value) {
        this.label = label;
        this.value = value;
    }

    static Set<TalkField> differing(TalkText one, TalkText other) {
        var differing = EnumSet.noneOf(TalkField.class);
        for (var field : values()) {
            if (!Objects.equals(field.value.apply(one), field.value.apply(other))) {
                differing.add(field);
            }
        }
        return differing;
    }

    public String label() {
        return label;
    }

    /** A dash for nothing. */
    String words(TalkText talk, LocalTimes times) {
        var said = Objects.toString(value.apply(talk), "");
        var cut = said.length() > LONGEST ? said.substring(0, LONGEST).stripTrailing() + "…" : said;
        return cut.isBlank() ? "–" : cut;
    }
}
