/** How fast it is: {@code ./mvnw -Pbench verify} prints it. No test of the ordinary build. */
@NullMarked
package org.manyhands.speed;

import org.jspecify.annotations.NullMarked;
