package org.manyhands.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels and what stands behind them, in order; a dash for nothing. */
public final class Facts {

    private Facts() {}

    public static Map<String, String> of(@Nullable Object... labelsAndValues) {
        var facts = new LinkedHashMap<String, String>();
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            facts.put(String.valueOf(labelsAndValues[i]), inWords(labelsAndValues[i + 1]));
        }
        return facts;
    }

    private static String inWords(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? "–" : value.toString();
    }
}
