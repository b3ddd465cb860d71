/** A conference, its places, its settings, and the team that runs it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "account", "audit"})
package org.manyhands.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
