/** Who changed what, written in the transaction that changed it. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.manyhands.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
