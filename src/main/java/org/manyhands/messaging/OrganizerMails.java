package org.manyhands.messaging;

import org.manyhands.mail.Letter;
import org.manyhands.mail.LetterTemplates;
import org.manyhands.mail.Outbox;
import org.manyhands.messaging.Assignments.Assignment;
import org.manyhands.signup.CoverWanted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the conference's contact what cannot wait until they look, in the transaction in which it came about. */
@Component
class OrganizerMails {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final LetterTemplates templates;
    private final Outbox outbox;

    OrganizerMails(Assignments assignments, AssignmentFacts facts, LetterTemplates templates, Outbox outbox) {
        this.assignments = assignments;
        this.facts = facts;
        this.templates = templates;
        this.outbox = outbox;
    }

    /** Early enough, volunteers settle it among themselves. */
    @EventListener
    void coverWanted(CoverWanted news) {
        if (news.late()) {
            assignments.of(news.signup()).ifPresent(this::tellOfLateCover);
        }
    }

    private void tellOfLateCover(Assignment about) {
        var wording = templates.word("cover-wanted-late", facts.forOrganizers(about));
        outbox.write(Letter.to(
                        about.contactEmail(),
                        "COVER_WANTED_LATE",
                        wording,
                        about.during().end())
                .inConference(about.conferenceId())
                .answeredBy(about.email())
                .tellingOf(about.signupId(), about.version()));
    }
}
