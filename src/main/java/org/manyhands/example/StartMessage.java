package org.manyhands.example;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manyhands.account.Accounts;
import org.manyhands.account.Rights;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Conferences;
import org.manyhands.conference.Team;
import org.manyhands.database.EmbeddedDatabase;
import org.manyhands.mail.MailWay;
import org.manyhands.shared.BaseUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says at the end of start-up where to look, and in an installation with the example, as whom. */
@Component
class StartMessage {

    private static final Logger log = LoggerFactory.getLogger(StartMessage.class);

    private final Conferences conferences;
    private final Accounts accounts;
    private final Team team;
    private final MailWay mailWay;
    private final BaseUrl baseUrl;
    private final Environment environment;
    private final Clock clock;

    StartMessage(
            Conferences conferences,
            Accounts accounts,
            Team team,
            MailWay mailWay,
            BaseUrl baseUrl,
            Environment environment,
            Clock clock) {
        this.conferences = conferences;
        this.accounts = accounts;
        this.team = team;
        this.mailWay = mailWay;
        this.baseUrl = baseUrl;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say() {
        log.info("\n\n{}\n", String.join("\n", lines()));
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("  Many Hands runs at     " + baseUrl.of("/"));
        example().ifPresent(conference -> {
            lines.add("  Example conference     " + baseUrl.of("/" + conference.slug()));
            lines.add("  Organizer              sign in as " + ExampleConference.ORGANIZER);
            lines.add("  Organizer's pages      " + baseUrl.of("/" + conference.slug() + "/organize"));
        });
        if (mailWay == MailWay.TO_LOCAL_MAILBOX) {
            lines.add("  Mails                  " + baseUrl.of("/mailbox"));
        }
        lines.add("  To stop                Ctrl+C");
        example().filter(this::isOver).ifPresent(_ -> {
            lines.add("");
            lines.add("  The example conference is over. To start afresh with a new one, stop, " + howToEmpty()
                    + ", start.");
        });
        return lines;
    }

    /** Told by its owner: a real conference may bear the same name. */
    private Optional<Conference> example() {
        return conferences
                .findBySlug(ExampleConference.SLUG)
                .filter(conference -> accounts.findByEmail(ExampleConference.ORGANIZER)
                        .filter(organizer ->
                                team.standing(organizer.id(), conference.slug()) == Rights.Standing.ORGANIZER)
                        .isPresent());
    }

    private boolean isOver(Conference conference) {
        return conference.lastDay().isBefore(LocalDate.ofInstant(clock.instant(), conference.zone()));
    }

    private String howToEmpty() {
        return EmbeddedDatabase.isUsedIn(environment)
                ? "delete " + environment.getProperty("manyhands.data-directory", "./data")
                : "empty the database";
    }
}
