package org.manyhands.schedulefile;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as strangers write it: what is missing, null or of another kind than it should be is an empty text. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(Caps.BYTES)
                    .maxNestingDepth(Caps.DEPTH)
                    .maxTokenCount(Caps.JSON_TOKENS)
                    .maxStringLength(Caps.TEXT_IN_FILE)
                    .maxNameLength(Caps.LINK)
                    .maxNumberLength(Caps.NUMBER)
                    .build())
            .build());

    private Json() {}

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new CannotRead("This JSON is too large or too deeply nested to be a schedule.");
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new CannotRead("This begins like JSON, but is not"
                    + (at == null || at.getLineNr() < 1 ? "." : ": look at line " + at.getLineNr() + "."));
        }
    }

    static String text(JsonNode object, String name) {
        return text(object.path(name));
    }

    static String text(JsonNode value) {
        return value.isString() || value.isNumber() ? value.asString("") : "";
    }

    /** The items of a list, the values of an object, and nothing of anything else. */
    static List<JsonNode> items(JsonNode container) {
        return container.isContainer() ? List.copyOf(container.values()) : List.of();
    }

    /** The names in a list of texts, or of objects that have them under one of these. */
    static List<String> names(JsonNode list, String... under) {
        return items(list).stream()
                .map(item -> item.isObject() ? first(item, under) : text(item))
                .toList();
    }

    static String first(JsonNode object, String... names) {
        return Stream.of(names)
                .map(name -> text(object, name))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
