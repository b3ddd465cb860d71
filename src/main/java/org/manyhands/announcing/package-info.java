/** What organizers announce to many at once, and what volunteers read of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "account",
            "audit",
            "mail",
            "conference",
            "role",
            "volunteer",
            "shift",
            "signup",
            "messaging"
        })
package org.manyhands.announcing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
