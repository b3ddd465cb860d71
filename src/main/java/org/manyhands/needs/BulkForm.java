package org.manyhands.needs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.PlaceId;
import org.manyhands.role.RoleId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shift.DayAsked;
import org.manyhands.shift.Need;
import org.springframework.util.MultiValueMap;

/**
 * Many timeslots and shifts that are ticked, and what is to become of them.
 *
 * @param what named by the button
 * @param onto days: to which they are copied, or on which a span is cut
 * @param start of the first of the copies
 * @param place of the copies, or to which shifts move
 * @param minutes later, or earlier where they are below zero
 * @param role of the shifts in a span that is cut, at {@code where}, needing {@code people}
 */
@NullUnmarked
record BulkForm(
        What what,
        List<String> slot,
        List<String> shift,
        List<LocalDate> onto,
        String start,
        UUID place,
        String from,
        String to,
        @Min(5) @Max(1440) Integer length,
        @Min(0) @Max(240) Integer overlap,
        UUID role,
        UUID where,
        String people,
        @Min(-10080) @Max(10080) Integer minutes,
        UUID toPlace,
        @Size(max = 80) String label) {

    /** What can be done to many at once. */
    enum What {
        COPY,
        CUT,
        MOVE,
        PLACE,
        RENAME,
        PUBLISH
    }

    BulkForm {
        slot = Objects.requireNonNullElse(slot, List.of());
        shift = Objects.requireNonNullElse(shift, List.of());
        onto = onto == null
                ? List.of()
                : onto.stream().filter(Objects::nonNull).distinct().sorted().toList();
        start = Objects.requireNonNullElse(start, "");
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
        people = Objects.requireNonNullElse(people, "");
        label = Objects.requireNonNullElse(label, "");
    }

    static BulkForm blank() {
        return new BulkForm(null, null, null, null, null, null, null, null, 120, 0, null, null, null, null, null, null);
    }

    /** What can be kept of a form in which something could not be read: all that is ticked or chosen. */
    static BulkForm chosen(MultiValueMap<String, String> typed) {
        return new BulkForm(
                null,
                typed.get("slot"),
                typed.get("shift"),
                typed.getOrDefault("onto", List.of()).stream()
                        .map(day -> DayAsked.in(day).date())
                        .toList(),
                null,
                id(typed.getFirst("place")),
                null,
                null,
                null,
                null,
                id(typed.getFirst("role")),
                id(typed.getFirst("where")),
                null,
                null,
                id(typed.getFirst("toPlace")),
                null);
    }

    private static @Nullable UUID id(@Nullable String typed) {
        try {
            return typed == null || typed.isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    Optional<PlaceId> copiesAt() {
        return Optional.ofNullable(place).map(PlaceId::new);
    }

    /**
     * The shift in each slot of a span that is cut, where there is to be one.
     *
     * @throws FormRefusal where only a part of it was said
     */
    Optional<Seat> seat() {
        if (role == null && where == null && people.isEmpty()) {
            return Optional.empty();
        }
        if (role == null) {
            throw new FormRefusal("role", "shift.role");
        }
        if (where == null) {
            throw new FormRefusal("where", "shift.place");
        }
        try {
            var need = new NeedText(people).need().orElseThrow(() -> new FormRefusal("people", "shift.wanted"));
            return Optional.of(new Seat(new Column(new RoleId(role), new PlaceId(where)), need));
        } catch (FormRefusal unreadable) {
            throw new FormRefusal("people", unreadable.key(), unreadable.args().toArray());
        }
    }

    record Seat(Column column, Need need) {}
}
