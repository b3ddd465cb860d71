package org.manyhands.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address at which a calendar program finds shifts.
 *
 * @param kind whose shifts
 * @param of the id of the volunteer, the role or the place
 * @param name of the role or the place; empty for a volunteer
 * @param withTalks whether a volunteer's has the talks they starred, too
 */
record Feed(UUID id, UUID conferenceId, Kind kind, UUID of, String name, boolean withTalks, Instant linkedAt) {

    /** Whose shifts are in it. */
    enum Kind {
        VOLUNTEER("volunteer_id"),
        ROLE("role_id"),
        PLACE("place_id");

        private final String column;

        Kind(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** Somebody or something with shifts. Written "ROLE.0192…" in a form. */
    record Whose(Kind kind, UUID id) {

        static @Nullable Whose in(String text) {
            var dot = text.indexOf('.');
            try {
                return new Whose(
                        Kind.valueOf(text.substring(0, Math.max(dot, 0))), UUID.fromString(text.substring(dot + 1)));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        @Override
        public String toString() {
            return kind + "." + id;
        }
    }
}
