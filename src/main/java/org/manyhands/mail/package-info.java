/** The outbox and the postman. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.manyhands.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
