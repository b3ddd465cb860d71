package org.manyhands.checkin;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names a device. */
@Embeddable
public record DeviceId(UUID deviceId) {

    static DeviceId next() {
        return new DeviceId(Ids.next());
    }

    /** From an address. */
    public static DeviceId of(String text) {
        return new DeviceId(Ids.parse(text));
    }
}
