/** Reads the schedule files that other systems write, and fetches them. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.manyhands.schedulefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
