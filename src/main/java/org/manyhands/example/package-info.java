/** An example conference for whoever tries the application out: the shape of a real one, its people invented. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared", "account", "audit", "mail", "database", "conference", "role", "volunteer", "shift", "signup"
        })
package org.manyhands.example;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
