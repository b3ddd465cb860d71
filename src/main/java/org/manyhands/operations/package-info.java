/** What whoever runs an installation asks of it: whether it is up, and whether its data still keeps what it promises. */
@NullMarked
@ApplicationModule(allowedDependencies = {"mail", "roster"})
package org.manyhands.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
