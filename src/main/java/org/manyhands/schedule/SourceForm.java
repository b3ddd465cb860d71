package org.manyhands.schedule;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Facts;

/** What an organizer types of where the schedule comes from. */
@NullUnmarked
record SourceForm(
        @Size(max = 2000) @Pattern(regexp = "|(?i:https)://\\S+", message = "{schedule.https}")
        String address,

        Integer refreshMinutes,
        Integer version) {

    static final SourceForm EMPTY = new SourceForm("", null, null);

    /** In minutes. */
    private static final Map<Integer, String> INTERVALS = new LinkedHashMap<>();

    static {
        INTERVALS.put(15, "Every 15 minutes");
        INTERVALS.put(60, "Every hour");
        INTERVALS.put(360, "Every 6 hours");
        INTERVALS.put(1440, "Once a day");
    }

    /** The scheme in small letters, as the table wants it. */
    SourceForm {
        address = withSmallScheme(address);
    }

    static String withSmallScheme(@Nullable String address) {
        return Objects.requireNonNullElse(address, "").replaceFirst("^(?i:https)(?=://)", "https");
    }

    static SourceForm of(ScheduleSource source) {
        return new SourceForm(source.address(), source.refreshMinutes(), source.version());
    }

    static SourceForm of(Optional<ScheduleSource> source) {
        return source.map(SourceForm::of).orElse(EMPTY);
    }

    static Map<Integer, String> intervals() {
        return INTERVALS;
    }

    boolean hasKnownInterval() {
        return refreshMinutes == null || INTERVALS.containsKey(refreshMinutes);
    }

    /** For the page on which a stale edit comes back. */
    public Map<String, String> inWords() {
        return Facts.of("Address", address, "Refresh", INTERVALS.get(refreshMinutes));
    }
}
