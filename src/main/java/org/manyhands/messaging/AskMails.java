package org.manyhands.messaging;

import java.net.URI;
import org.manyhands.mail.Letter;
import org.manyhands.mail.LetterTemplates;
import org.manyhands.mail.Outbox;
import org.manyhands.roster.AskedToHelp;
import org.manyhands.shared.BaseUrl;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks volunteers whether they could take a shift, in the transaction in which organizers decided to. */
@Component
class AskMails {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final LetterTemplates templates;
    private final Outbox outbox;
    private final BaseUrl baseUrl;

    AskMails(
            Assignments assignments, AssignmentFacts facts, LetterTemplates templates, Outbox outbox, BaseUrl baseUrl) {
        this.assignments = assignments;
        this.facts = facts;
        this.templates = templates;
        this.outbox = outbox;
        this.baseUrl = baseUrl;
    }

    /** Of no use once the shift has begun. */
    @EventListener
    void couldYouHelp(AskedToHelp news) {
        assignments.ofAsk(news.ask()).ifPresent(about -> {
            var words = facts.of(about);
            words.put("answerLink", URI.create(baseUrl.of("/" + about.slug() + "/me/asked/" + news.ask())));
            outbox.write(Letter.to(
                            about.email(),
                            "COULD_YOU_HELP",
                            templates.word("could-you-help", words),
                            about.during().start())
                    .inConference(about.conferenceId())
                    .answeredBy(about.contactEmail())
                    .tellingOf(news.ask(), about.version()));
        });
    }
}
