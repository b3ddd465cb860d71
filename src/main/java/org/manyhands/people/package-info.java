/** The people of a conference as its organizers see them: found, read about, noted for next year. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "account",
            "audit",
            "conference",
            "role",
            "volunteer",
            "clearance",
            "shift",
            "signup"
        })
package org.manyhands.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
