/** What an organizer reads: where people are missing, who is where, and how to reach them. */
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
            "shift",
            "planning",
            "signup",
            "matching"
        })
package org.manyhands.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
