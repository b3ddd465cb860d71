/** Who is written to, when and why: the mails that follow from what happens on the floors below. */
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
            "team",
            "clearance",
            "signup",
            "edition",
            "calendar",
            "roster"
        })
package org.manyhands.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
