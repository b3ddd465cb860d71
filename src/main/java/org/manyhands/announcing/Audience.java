package org.manyhands.announcing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom something is announced. As a form has it: "everybody", "idle", "role:" or "shift:" with an id, "day:" with a
 * date of the conference's zone.
 *
 * @param role of which role; null as well where it is gone by now
 * @param shift of which shift; null as well where it is gone by now
 */
record Audience(
        Kind kind,
        @Nullable UUID role,
        @Nullable UUID shift,
        @Nullable LocalDate day) {

    enum Kind {
        EVERYBODY,
        /** Whoever has no shift. */
        IDLE,
        ROLE,
        DAY,
        SHIFT
    }

    static final Audience EVERYBODY = new Audience(Kind.EVERYBODY, null, null, null);
    static final Audience IDLE = new Audience(Kind.IDLE, null, null, null);

    static Audience ofRole(UUID role) {
        return new Audience(Kind.ROLE, role, null, null);
    }

    static Audience ofShift(UUID shift) {
        return new Audience(Kind.SHIFT, null, shift, null);
    }

    static Audience ofDay(LocalDate day) {
        return new Audience(Kind.DAY, null, null, day);
    }

    /** None where it cannot be read. */
    static Optional<Audience> of(@Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        var parts = value.split(":", 2);
        try {
            return switch (parts[0]) {
                case "everybody" -> Optional.of(EVERYBODY);
                case "idle" -> Optional.of(IDLE);
                case "role" -> Optional.of(ofRole(UUID.fromString(parts[1])));
                case "shift" -> Optional.of(ofShift(UUID.fromString(parts[1])));
                case "day" -> Optional.of(ofDay(LocalDate.parse(parts[1])));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    String value() {
        var name = kind.name().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case EVERYBODY, IDLE -> name;
            case ROLE -> name + ":" + role;
            case SHIFT -> name + ":" + shift;
            case DAY -> name + ":" + day;
        };
    }

    /** Whether the role or shift that it was for has been deleted. */
    boolean isGone() {
        return kind == Kind.ROLE && role == null || kind == Kind.SHIFT && shift == null;
    }
}
