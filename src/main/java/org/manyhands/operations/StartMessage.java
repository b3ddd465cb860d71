package org.manyhands.operations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Conferences;
import org.manyhands.database.EmbeddedDatabase;
import org.manyhands.mail.LocalMailbox;
import org.manyhands.shared.BaseUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last words of the start-up: where it is, and for who tries it out, how to get in. */
@Component
class StartMessage {

    private static final Logger LOG = LoggerFactory.getLogger(StartMessage.class);

    private final BaseUrl baseUrl;
    private final Conferences conferences;
    private final ObjectProvider<LocalMailbox> mailbox;
    private final Environment environment;
    private final Clock clock;

    StartMessage(
            BaseUrl baseUrl,
            Conferences conferences,
            ObjectProvider<LocalMailbox> mailbox,
            Environment environment,
            Clock clock) {
        this.baseUrl = baseUrl;
        this.conferences = conferences;
        this.mailbox = mailbox;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say() {
        var lines = new ArrayList<String>();
        lines.add("Many Hands is ready: " + baseUrl.of("/"));
        conferences.findBySlug("djangocon-us").filter(found -> isExample()).ifPresent(example -> {
            lines.add("  The example conference   " + baseUrl.of("/" + example.slug()));
            lines.add("  Its organizer            sign in as organizer@example.org at " + baseUrl.of("/sign-in"));
            if (isOver(example)) {
                lines.add("  It is over by now; delete the folder ./data to get a new one");
            }
        });
        if (mailbox.getIfAvailable() != null) {
            lines.add("  Mails can be read at     " + baseUrl.of("/mailbox"));
        }
        LOG.info(String.join(System.lineSeparator(), lines));
    }

    private boolean isExample() {
        return environment.getProperty("manyhands.sample", Boolean.class, EmbeddedDatabase.isUsedIn(environment));
    }

    private boolean isOver(Conference conference) {
        return LocalDate.ofInstant(clock.instant(), conference.zone()).isAfter(conference.lastDay());
    }
}
