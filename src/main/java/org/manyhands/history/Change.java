package org.manyhands.history;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as it was written down.
 *
 * @param by none where nobody was signed in: a job did it, or somebody at a device
 * @param earlier what was done last to the same signup before; none for anything else
 */
record Change(
        UUID id,
        Instant at,
        @Nullable Actor by,
        String action,
        String kind,
        @Nullable UUID subject,
        Map<String, Object> detail,
        @Nullable String earlier) {

    /** @param name as they registered at the conference; none for an organizer who did not */
    record Actor(UUID account, @Nullable String name, String email) {

        public String words() {
            return name == null ? email : name;
        }
    }

    /** Who did it where nobody was signed in. */
    public String nobodyInWords() {
        return detail.get("device") instanceof String device ? "Device “" + device + "”" : "The system";
    }

    /** Of a change of nothing but a state the word for it stands there alone. */
    @Nullable
    Map<?, ?> side(String name) {
        return switch (detail.get(name)) {
            case null -> null;
            case Map<?, ?> side -> side;
            case Object state -> Map.of("state", state);
        };
    }

    @Nullable
    UUID mentioned(String field) {
        return AuditFilter.id(detail.get(field) instanceof String text ? text : null);
    }

    /** What it was done to: of a signup that is the shift. */
    @Nullable
    UUID thing() {
        return kind.equals("signup") ? mentioned("shift") : subject;
    }

    /** The ids of all that it names. */
    Set<UUID> ids() {
        var ids = new LinkedHashSet<UUID>();
        if (subject != null) {
            ids.add(subject);
        }
        gather(detail, ids);
        return ids;
    }

    private static void gather(@Nullable Object value, Set<UUID> ids) {
        switch (value) {
            case Map<?, ?> facts -> facts.values().forEach(each -> gather(each, ids));
            case Iterable<?> several -> several.forEach(each -> gather(each, ids));
            case String text
            when text.length() == 36 -> {
                var id = AuditFilter.id(text);
                if (id != null) {
                    ids.add(id);
                }
            }
            case null, default -> {}
        }
    }
}
