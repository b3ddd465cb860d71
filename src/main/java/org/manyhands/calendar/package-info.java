/** What calendars are told: entries with mails, files to download, and feeds of people, roles and places. */
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
            "schedule",
            "shift",
            "signup",
            "edition"
        })
package org.manyhands.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
