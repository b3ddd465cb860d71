/** Timeslots and shifts: when help is needed, where, with what, and how much of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "conference", "role", "volunteer"})
package org.manyhands.shift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
