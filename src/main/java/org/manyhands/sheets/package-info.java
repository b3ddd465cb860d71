/** What is printed: rosters to pin up, the desk's sheet, sheets and time cards for those on stage, labels for badges. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "conference", "schedule", "shift"})
package org.manyhands.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
