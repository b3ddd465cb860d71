/** Kinds of work and their handbooks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "conference"})
package org.manyhands.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
