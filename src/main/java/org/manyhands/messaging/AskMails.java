package org.manyhands.messaging;

import java.net.URI;
import org.manyhands.roster.AskedToHelp;
import org.manyhands.shared.BaseUrl;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks volunteers whether they could take a shift, in the transaction in which organizers decided to. */
@Component
class AskMails {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final Mailing mailing;
    private final BaseUrl baseUrl;

    AskMails(Assignments assignments, AssignmentFacts facts, Mailing mailing, BaseUrl baseUrl) {
        this.assignments = assignments;
        this.facts = facts;
        this.mailing = mailing;
        this.baseUrl = baseUrl;
    }

    /** Of no use once the shift has begun. */
    @EventListener
    void couldYouHelp(AskedToHelp news) {
        assignments.ofAsk(news.ask()).ifPresent(about -> {
            var words = facts.of(about);
            words.put("answerLink", URI.create(baseUrl.of("/" + about.slug() + "/me/asked/" + news.ask())));
            mailing.writeOnce(
                    mailing.word(
                            MailKind.COULD_YOU_HELP,
                            about,
                            words,
                            about.during().start()),
                    about);
        });
    }
}
