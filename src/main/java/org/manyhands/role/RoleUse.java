package org.manyhands.role;

import java.util.Map;
import org.manyhands.conference.ConferenceId;

/** How much is made of the roles; the shift module, a floor above, answers. */
public interface RoleUse {

    /** How many shifts each role has; roles without any are missing. */
    Map<RoleId, Integer> shiftsByRole(ConferenceId conference);
}
