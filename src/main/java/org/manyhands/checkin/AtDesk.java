package org.manyhands.checkin;

import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.signup.CheckInDesk;

/**
 * Somebody at the check-in, and what they see there. Handlers take it as an argument; whoever has nothing to do at the
 * desk finds nothing.
 *
 * @param roles whose shifts: all of them but for a role lead
 * @param readsNotes whether they read why somebody did not come; whoever only has the desk writes it and does not
 * @param organizes whether they make and end the links of devices
 */
record AtDesk(RolesInSight roles, boolean readsNotes, boolean organizes) {

    CheckInDesk in(ConferenceId conference) {
        return CheckInDesk.staffed(conference, roles);
    }
}
