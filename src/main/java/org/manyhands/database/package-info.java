/** A PostgreSQL of the application's own, for whoever has none: started and stopped with it, closed to others. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.manyhands.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
