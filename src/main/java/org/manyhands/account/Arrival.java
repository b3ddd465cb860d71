package org.manyhands.account;

import java.util.Map;
import org.manyhands.shared.Flash;

/** Where somebody arrives after signing in, and what that page is to say once. */
public record Arrival(LocalPath path, Map<String, ?> flashAttributes) {

    public static Arrival at(LocalPath path) {
        return new Arrival(path, Map.of());
    }

    public static Arrival at(LocalPath path, Flash flash) {
        return new Arrival(path, Map.of(Flash.NAME, flash));
    }
}
