/** The next edition of a conference, made from an earlier one: the same work, at the same times of day, on new dates. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "account", "audit", "conference", "role", "shift"})
package org.manyhands.edition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
