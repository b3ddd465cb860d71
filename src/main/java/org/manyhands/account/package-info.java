/** Sign-in without passwords, and who is asking. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "mail", "audit"})
package org.manyhands.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
