package org.manyhands.clearance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;

/** Names what one volunteer may do in one role. */
@Embeddable
public record ClearanceId(
        @Column(name = "role_clearance_id") UUID clearanceId) {

    static ClearanceId next() {
        return new ClearanceId(Ids.next());
    }
}
