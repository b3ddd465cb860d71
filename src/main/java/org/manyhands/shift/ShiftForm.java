package org.manyhands.shift;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.conference.PlaceId;
import org.manyhands.role.RoleId;
import org.manyhands.shared.FormRefusal;

/** What an organizer types of a shift. */
@NullUnmarked
public record ShiftForm(
        @NotNull(message = "{shift.timeslot}") UUID timeslot,
        @NotNull(message = "{shift.role}") UUID role,
        @NotNull(message = "{shift.place}") UUID place,

        @NotNull(message = "{shift.minimum}") @Min(0) @Max(500)
        Integer minimum,

        @NotNull(message = "{shift.wanted}") @Min(1) @Max(500)
        Integer wanted,

        @Min(1) @Max(1000) Integer maximum,
        @Min(0) @Max(1000) Integer reserved,
        @Size(max = 80) String reservedFor,
        @Size(max = 300) String note,
        Boolean published,
        Integer version) {

    public ShiftForm {
        reserved = Objects.requireNonNullElse(reserved, 0);
        reservedFor = Objects.requireNonNullElse(reservedFor, "");
        note = Objects.requireNonNullElse(note, "");
        published = Objects.requireNonNullElse(published, false);
    }

    static ShiftForm in(UUID timeslot) {
        return new ShiftForm(timeslot, null, null, 1, 1, 1, 0, "", "", false, null);
    }

    public static ShiftForm of(Shift shift) {
        return new ShiftForm(
                shift.timeslotId().timeslotId(),
                shift.roleId().roleId(),
                shift.placeId().placeId(),
                shift.need().minimum(),
                shift.need().wanted(),
                shift.need().maximum(),
                shift.reserved(),
                shift.reservedFor(),
                shift.note(),
                shift.isPublished(),
                shift.version());
    }

    /** The same there and then. */
    ShiftForm in(TimeslotId timeslot, PlaceId place) {
        return new ShiftForm(
                timeslot.timeslotId(),
                role,
                place.placeId(),
                minimum,
                wanted,
                maximum,
                reserved,
                reservedFor,
                note,
                published,
                version);
    }

    boolean standsWhereAndWhenDoes(ShiftForm other) {
        return firstMoved(other).isEmpty();
    }

    /** The first of the fields that make it another shift to those who are on it. */
    Optional<String> firstMoved(ShiftForm other) {
        if (!timeslot.equals(other.timeslot)) {
            return Optional.of("timeslot");
        }
        if (!role.equals(other.role)) {
            return Optional.of("role");
        }
        return place.equals(other.place) ? Optional.empty() : Optional.of("place");
    }

    TimeslotId timeslotId() {
        return new TimeslotId(timeslot);
    }

    RoleId roleId() {
        return new RoleId(role);
    }

    PlaceId placeId() {
        return new PlaceId(place);
    }

    /** @throws FormRefusal where the numbers do not rise */
    Need need() {
        var need = Need.typed(minimum, wanted, maximum);
        if (maximum != null && maximum < reserved) {
            throw new FormRefusal("reserved", "shift.reserved-above-maximum", maximum);
        }
        return need;
    }
}
