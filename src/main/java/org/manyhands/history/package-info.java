/** What an organizer reads of who changed what, when, and how it was before. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "conference", "shift"})
package org.manyhands.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
