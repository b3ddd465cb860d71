package org.manyhands.role;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much a role has to do with people; some love it, some burn out on it, and all are needed. */
public enum Setting {
    PEOPLE("People-facing"),
    BETWEEN("In between"),
    QUIET("Quiet");

    private final String words;

    Setting(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As addresses and styles name it: "people", "between", "quiet". */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Setting> bySlug(String slug) {
        return Stream.of(values())
                .filter(setting -> setting.slug().equals(slug))
                .findFirst();
    }
}
