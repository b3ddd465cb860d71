/** What every floor needs and no feature owns: stretches of time, "not found", what a page says once after a redirect. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.manyhands.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
