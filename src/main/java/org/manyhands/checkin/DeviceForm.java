package org.manyhands.checkin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/**
 * A device to be linked.
 *
 * @param place whose people it shows; all for null
 */
@NullUnmarked
record DeviceForm(
        @NotNull(message = "Choose what it is for") Device.Kind kind,

        @NotBlank(message = "Enter a name by which you know it again") @Size(max = 60)
        String name,

        UUID place) {

    static final DeviceForm EMPTY = new DeviceForm(Device.Kind.WALL, "", null);
}
