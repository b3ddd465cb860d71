/** The outbox, where a mail is a row written in the transaction it tells of; the postman, who sends it; the local mailbox. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.manyhands.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
