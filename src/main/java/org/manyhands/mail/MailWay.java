package org.manyhands.mail;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Which way mails leave this installation; the configuration alone decides. */
enum MailWay {
    TO_SERVER,
    TO_LOCAL_MAILBOX,
    /** Wished for with MANYHANDS_MAIL=none: mails wait in the outbox until they expire. */
    NOWHERE,
    /** Not said, on a database of its own: nobody could ever sign in, and nobody would know why. */
    NOT_SAID;

    static MailWay in(Environment environment) {
        if ("none".equalsIgnoreCase(environment.getProperty("manyhands.mail"))) {
            return NOWHERE;
        }
        if (StringUtils.hasText(environment.getProperty("spring.mail.host"))) {
            return TO_SERVER;
        }
        return StringUtils.hasText(environment.getProperty("spring.datasource.url")) ? NOT_SAID : TO_LOCAL_MAILBOX;
    }
}
