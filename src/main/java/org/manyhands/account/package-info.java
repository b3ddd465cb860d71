/** Who is asking: signing in by mail without passwords, sessions, and which doors are open to whom. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "mail", "audit"})
package org.manyhands.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
