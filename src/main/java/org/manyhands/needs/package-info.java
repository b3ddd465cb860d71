/** How many people are needed where and when: the grid in which organizers type it, and changes of many shifts at once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "conference", "role", "shift"})
package org.manyhands.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
