package org.manyhands.history;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.LocalTimes;
import org.springframework.context.MessageSource;

/**
 * Says what was written down of one change: names for ids, times of the conference's zone. What was written to or about
 * a person is not told, nor are keys in addresses; of these only that they are there.
 */
record Particulars(Change change, Map<UUID, Names.Named> names, LocalTimes times, MessageSource messages) {

    /** Told by the sentence, or nobody's business: how often something was saved. */
    private static final Set<String> NOT_FACTS = Set.of("before", "after", "version", "volunteer", "shift");

    private static final Set<String> UNSEEN = Set.of("word", "token", "secret");

    /** Those whose values are names of constants. */
    private static final Set<String> CONSTANTS =
            Set.of("setting", "suits", "traits", "rules", "attendance", "kind", "state", "needs");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern LOCAL_TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT)?\\d\\d:\\d\\d:\\d\\d");

    /** How the volunteer stands with the shift, where that is what changed. */
    Optional<Entry.Difference> step() {
        var before = Step.of(change.earlier()).map(Step::name).orElse("NONE");
        return Step.of(change.action())
                .map(Step::name)
                .filter(after -> !after.equals(before))
                .map(after -> new Entry.Difference("", say("audit.step." + before), say("audit.step." + after)));
    }

    List<Entry.Difference> differences() {
        if (change.side("before") == null || change.side("after") == null) {
            return List.of();
        }
        var before = flat(change.side("before"));
        var after = flat(change.side("after"));
        var fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .filter(field -> !isSame(before.get(field), after.get(field)))
                .map(field -> difference(field, words(field, before.get(field)), words(field, after.get(field))))
                .toList();
    }

    /** But for space around it, which a form leaves out. */
    private static boolean isSame(@Nullable Object before, @Nullable Object after) {
        return before instanceof String one && after instanceof String other
                ? one.strip().equals(other.strip())
                : Objects.equals(before, after);
    }

    private Entry.Difference difference(String field, String before, String after) {
        return new Entry.Difference(label(field), Excerpt.of(before, after), Excerpt.of(after, before));
    }

    /** Of something that came or went, where only one side is known. */
    List<Entry.Fact> said() {
        var before = change.side("before");
        var after = change.side("after");
        return before != null && after != null ? List.of() : facts(flat(before == null ? after : before));
    }

    /** Without the name, unless it was another one then. */
    List<Entry.Fact> others() {
        var name = names.get(change.thing());
        return facts(flat(change.detail())).stream()
                .filter(fact -> name == null || !fact.words().equals(name.words()))
                .toList();
    }

    private List<Entry.Fact> facts(Map<String, @Nullable Object> flat) {
        var facts = new ArrayList<Entry.Fact>();
        flat.forEach((field, value) -> {
            var words = words(field, value);
            if (!words.isEmpty()) {
                facts.add(new Entry.Fact(label(field), Excerpt.of(words)));
            }
        });
        return facts;
    }

    /** Parts within parts beside the others; a part of a single part is that part. */
    private static Map<String, @Nullable Object> flat(@Nullable Object side) {
        var flat = new LinkedHashMap<String, @Nullable Object>();
        if (side instanceof Map<?, ?> facts) {
            facts.forEach((name, value) -> {
                var field = String.valueOf(name);
                if (NOT_FACTS.contains(field)) {
                    return;
                }
                switch (value) {
                    case Map<?, ?> parts
                    when parts.size() == 1 ->
                        flat.put(field, parts.values().iterator().next());
                    case Map<?, ?> parts -> flat.putAll(flat(parts));
                    case null, default -> flat.put(field, value);
                }
            });
        }
        return flat;
    }

    private String words(String field, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "yes" : "no";
            case Iterable<?> several -> {
                var words = new ArrayList<String>();
                several.forEach(each -> words.add(words(field, each)));
                yield words.stream().sorted().collect(joining(", "));
            }
            case String text -> words(field, text.strip());
            default -> value.toString();
        };
    }

    private String words(String field, String text) {
        if (isUnseen(field) && !text.isEmpty()) {
            return text.length() + " characters, not shown here";
        }
        var id = text.length() == 36 ? AuditFilter.id(text) : null;
        if (id != null) {
            return names.containsKey(id) && !names.get(id).words().isEmpty()
                    ? names.get(id).words()
                    : say("audit.gone");
        }
        if (CONSTANTS.contains(field)) {
            return text.toLowerCase(Locale.ENGLISH).replace('_', ' ');
        }
        if (INSTANT.matcher(text).matches()) {
            return times.say(Instant.parse(text)).toString();
        }
        if (LOCAL_TIME.matcher(text).matches()) {
            return text.substring(0, text.length() - ":00".length()).replace('T', ' ');
        }
        return text.matches("https?://\\S+\\?\\S*") ? text.substring(0, text.indexOf('?') + 1) + "…" : text;
    }

    /** The note of a shift is for everybody to read, that of an attendance is about a person. */
    private boolean isUnseen(String field) {
        return UNSEEN.contains(field) || field.equals("note") && change.action().startsWith("signup.");
    }

    private String label(String field) {
        var words = field.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ENGLISH);
        var label = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return Objects.requireNonNull(messages.getMessage("audit.field." + field, null, label, Locale.ENGLISH));
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
