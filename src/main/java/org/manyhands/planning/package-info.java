/** Shifts by the dozen: made for the blocks of the programme or from a file, and moved after the programme. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "schedulefile", "audit", "conference", "role", "schedule", "shift"})
package org.manyhands.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
