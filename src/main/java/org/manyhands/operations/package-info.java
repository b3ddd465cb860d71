/** What runs beside the pages: what is said at start-up. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "mail", "conference"})
package org.manyhands.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
