/** The conference's schedule: its talks, and how they are read from the files that other systems write. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.manyhands.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
