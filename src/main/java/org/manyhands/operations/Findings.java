package org.manyhands.operations;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each invariant was broken at one moment. */
record Findings(Map<Invariant, Integer> counts) {

    Map<Invariant, Integer> broken() {
        var broken = new EnumMap<Invariant, Integer>(Invariant.class);
        counts.forEach((invariant, count) -> {
            if (count > 0) {
                broken.put(invariant, count);
            }
        });
        return broken;
    }

    /** For those who cannot know the enum, in its order. */
    Map<String, Integer> byName() {
        var named = new LinkedHashMap<String, Integer>();
        counts.forEach((invariant, count) -> named.put(invariant.name(), count));
        return named;
    }
}
