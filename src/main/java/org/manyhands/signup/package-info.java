/** Who takes which shift: the rules, and the pages on which volunteers do it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "account",
            "audit",
            "conference",
            "role",
            "volunteer",
            "schedule",
            "clearance",
            "shift"
        })
package org.manyhands.signup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
