/** The long tests of what happens at once and what crashes, for {@code ./mvnw -Psoak verify}; those of package-private parts lie beside them. */
@NullMarked
package org.manyhands.soak;

import org.jspecify.annotations.NullMarked;
