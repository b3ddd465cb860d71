/** Who runs a conference with which right: the team's page, and invitations to it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "account", "audit", "conference", "role"})
package org.manyhands.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
