/** A PostgreSQL of the application's own, for everybody who has none: started with it, stopped with it, closed to others. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.manyhands.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
