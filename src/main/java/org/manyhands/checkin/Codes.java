package org.manyhands.checkin;

import java.util.Optional;
import org.manyhands.shared.SignedIds;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Component;

/**
 * The codes that volunteers show at the desk. One opens nothing by itself: the page it leads to asks for a right at the
 * desk.
 */
@Component
class Codes {

    private static final String PURPOSE = "CHECK_IN_CODE";

    private final SignedIds signed;

    Codes(SignedIds signed) {
        this.signed = signed;
    }

    String of(VolunteerId volunteer) {
        return signed.sign(volunteer.volunteerId(), PURPOSE);
    }

    /** Whose code it is; nobody's where it was not made here. */
    Optional<VolunteerId> read(String code) {
        return signed.read(code, PURPOSE).map(VolunteerId::new);
    }
}
