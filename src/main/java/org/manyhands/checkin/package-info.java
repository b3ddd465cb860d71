/** Who is here: at the desk by list, search and code, by themselves at a device, and on the display of a place. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "account", "audit", "conference", "volunteer", "shift", "signup"})
package org.manyhands.checkin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
