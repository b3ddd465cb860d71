/** Kinds of work and their handbooks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "account", "audit", "mail", "conference"})
package org.manyhands.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
