/** What became of a conference's plans: hours, filled places, who came, told during it and after it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "account", "conference", "volunteer", "signup"})
package org.manyhands.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
