package org.manyhands.checkin;

import org.manyhands.account.Rights.Standing;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.NotFound;
import org.manyhands.signup.CheckInDesk;

/**
 * Somebody at the check-in, and what they see there. Handlers take it as an argument, and their pages have it as {@code
 * atDesk}.
 *
 * @param roles whose shifts: all of them but for a role lead
 * @param readsNotes whether they read why somebody did not come; whoever only has the desk writes it and does not
 * @param organizes whether they make and end the links of devices
 */
record AtDesk(RolesInSight roles, boolean readsNotes, boolean organizes) {

    /** @param leads the roles in sight elsewhere, of which the desk has none */
    static AtDesk of(Standing standing, RolesInSight leads) {
        return switch (standing) {
            case ORGANIZER -> new AtDesk(RolesInSight.EVERY, true, true);
            case ROLE_LEAD -> new AtDesk(leads, true, false);
            case DESK -> new AtDesk(RolesInSight.EVERY, false, false);
            case NONE -> throw new NotFound();
        };
    }

    CheckInDesk in(ConferenceId conference) {
        return CheckInDesk.staffed(conference, roles);
    }
}
