/** A person's registration at a conference, and what suits them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "account", "audit", "conference", "role"})
package org.manyhands.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
