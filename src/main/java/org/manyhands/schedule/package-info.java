/** The conference's talks: what is on, when and where, how it comes from a file, and who wants to attend it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "schedulefile", "account", "audit", "conference", "volunteer"})
package org.manyhands.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
