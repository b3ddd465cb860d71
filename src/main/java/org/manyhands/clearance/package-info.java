/** Who may take the roles that need a briefing or an organizer's yes first: asking for it, and the answer. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "account", "audit", "conference", "role", "volunteer"})
package org.manyhands.clearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
