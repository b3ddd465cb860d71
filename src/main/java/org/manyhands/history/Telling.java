package org.manyhands.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells changes in words: a sentence for each action, under {@code audit.<action>}. In it {0} is what the change was
 * done to (of a signup, the shift), {1} the volunteer, {2} another thing it names, {3} the action.
 */
@Component
class Telling {

    /** Stand in the sentence where words that may be a link come: nobody types these characters. */
    private static final Pattern PLACE = Pattern.compile("\uE000(\\d)\uE001");

    private static final String UNKNOWN = "audit.unknown";

    private final Names names;
    private final MessageSource messages;

    Telling(Names names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    List<Entry> tell(ConferencePage conference, List<Change> changes) {
        var known = names.of(
                conference,
                changes.stream()
                        .map(Change::ids)
                        .flatMap(Collection::stream)
                        .distinct()
                        .toList());
        return changes.stream().map(change -> entry(conference, change, known)).toList();
    }

    private Entry entry(ConferencePage conference, Change change, Map<UUID, Names.Named> known) {
        var facts = new Particulars(change, known, conference.times(), messages);
        return new Entry(
                change, sentence(change, known), facts.step(), facts.differences(), facts.said(), facts.others());
    }

    private List<Entry.Part> sentence(Change change, Map<UUID, Names.Named> known) {
        var volunteer = change.kind().equals("volunteer") ? change.subject() : change.mentioned("volunteer");
        var things = List.of(
                thing(change, known),
                part(volunteer, known, "audit.somebody-gone"),
                part(change.mentioned("to"), known, "audit.gone"),
                new Entry.Part(change.action(), null));
        var places =
                Stream.of(0, 1, 2, 3).map(place -> "\uE000" + place + "\uE001").toArray();
        var text = messages.getMessage("audit." + change.action(), places, "", Locale.ENGLISH);
        return parts(
                text == null || text.isEmpty() ? messages.getMessage(UNKNOWN, places, Locale.ENGLISH) : text, things);
    }

    private static List<Entry.Part> parts(String text, List<Entry.Part> things) {
        var parts = new ArrayList<Entry.Part>();
        var place = PLACE.matcher(text);
        var from = 0;
        while (place.find()) {
            parts.add(new Entry.Part(text.substring(from, place.start()), null));
            parts.add(things.get(Integer.parseInt(place.group(1))));
            from = place.end();
        }
        parts.add(new Entry.Part(text.substring(from), null));
        return parts.stream().filter(part -> !part.words().isEmpty()).toList();
    }

    /** By its name now, else by the one that was written down. */
    private Entry.Part thing(Change change, Map<UUID, Names.Named> known) {
        var part = part(change.thing(), known, "audit.gone");
        return part.page() == null && !known.containsKey(change.thing())
                ? new Entry.Part(Objects.requireNonNullElse(writtenName(change), part.words()), null)
                : part;
    }

    private static @Nullable String writtenName(Change change) {
        return Stream.<@Nullable Map<?, ?>>of(change.side("after"), change.side("before"), change.detail())
                .filter(Objects::nonNull)
                .flatMap(side -> Stream.of("name", "title", "label").map(side::get))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private Entry.Part part(@Nullable UUID id, Map<UUID, Names.Named> known, String otherwise) {
        var named = id == null ? null : known.get(id);
        return named == null || named.words().isEmpty()
                ? new Entry.Part(messages.getMessage(otherwise, null, Locale.ENGLISH), null)
                : new Entry.Part(named.words(), named.page());
    }
}
