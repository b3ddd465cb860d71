package org.manyhands.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Says at start-up which way mails will go, and refuses to start where nobody has decided. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MailConfiguration.class);

    @Bean
    MailWay mailWay(Environment environment) {
        var way = MailWay.in(environment);
        switch (way) {
            case TO_SERVER -> log.info("Mails are sent through {}.", environment.getProperty("spring.mail.host"));
            case TO_LOCAL_MAILBOX -> log.info("Mails are not sent: they can be read at /mailbox on this machine.");
            case NOWHERE -> log.warn("MANYHANDS_MAIL=none: mails wait in the outbox until they expire; none is sent.");
            case NOT_SAID -> throw new NoWayForMail();
        }
        return way;
    }

    @Bean
    @MailWay.Only({MailWay.TO_SERVER, MailWay.TO_LOCAL_MAILBOX})
    Postman postman(MailQueue queue, Delivery mails) {
        return new Postman(queue, mails);
    }

    @Bean
    @MailWay.Only({MailWay.TO_SERVER, MailWay.TO_LOCAL_MAILBOX})
    Postman chatPostman(MailQueue queue, Chats chats) {
        return new Postman(queue::takeForChat, queue, chats::deliver);
    }
}
