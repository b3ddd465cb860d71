/** The example conference that greets a newcomer, and what they are told once the application runs. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "account",
            "audit",
            "mail",
            "database",
            "conference",
            "role",
            "volunteer",
            "schedule",
            "shift",
            "signup"
        })
package org.manyhands.example;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
