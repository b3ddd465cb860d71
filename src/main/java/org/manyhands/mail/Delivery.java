package org.manyhands.mail;

import org.springframework.mail.MailException;

/** How a mail leaves the postman's hands: to a mail server, or into the local mailbox. */
interface Delivery {

    /**
     * @throws org.springframework.mail.MailParseException where no try will ever succeed
     * @throws MailException where a later one may
     */
    void deliver(WaitingMail mail) throws MailException;

    /** Whether it takes mails at all just now. Asked once a mail has failed, which may have been that mail's own fault. */
    default boolean takesMails() {
        return true;
    }
}
