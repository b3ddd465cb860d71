package org.manyhands.shared;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The query of an address within the site, from its question mark on. */
public final class Query {

    private Query() {}

    /** Without the parts that are null; nothing at all where no part is left. */
    public static String of(Map<String, ? extends @Nullable Object> parts) {
        var query = parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part ->
                        part.getKey() + "=" + UriUtils.encode(String.valueOf(part.getValue()), StandardCharsets.UTF_8))
                .collect(joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
