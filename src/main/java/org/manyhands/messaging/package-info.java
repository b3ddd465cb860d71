/** Who is written to, when and why: the mails that follow from what happens on the floors below. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "mail", "role", "team", "clearance", "signup", "roster"})
package org.manyhands.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
