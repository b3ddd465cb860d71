package org.manyhands.shared;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What a field offers to choose from: values to send and words to read, in order. */
public final class Choices {

    private Choices() {}

    public static <T> Map<String, String> of(Collection<T> things, Function<T, ?> value, Function<T, String> words) {
        var choices = new LinkedHashMap<String, String>();
        things.forEach(thing -> choices.put(String.valueOf(value.apply(thing)), words.apply(thing)));
        return choices;
    }
}
