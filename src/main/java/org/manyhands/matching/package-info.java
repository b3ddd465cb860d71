/** Which shifts suit whom, and why. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "account", "conference", "role", "volunteer", "schedule", "shift", "signup"})
package org.manyhands.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
