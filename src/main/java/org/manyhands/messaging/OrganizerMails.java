package org.manyhands.messaging;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.manyhands.conference.ConferenceId;
import org.manyhands.messaging.Assignments.Assignment;
import org.manyhands.shared.BaseUrl;
import org.manyhands.signup.CoverWanted;
import org.manyhands.signup.Withdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the conference's contact what cannot wait until they look, in the transaction in which it came about. */
@Component
class OrganizerMails {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final Mailing mailing;
    private final SettingsOfMails settings;
    private final BaseUrl baseUrl;
    private final Clock clock;

    OrganizerMails(
            Assignments assignments,
            AssignmentFacts facts,
            Mailing mailing,
            SettingsOfMails settings,
            BaseUrl baseUrl,
            Clock clock) {
        this.assignments = assignments;
        this.facts = facts;
        this.mailing = mailing;
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** Early enough, volunteers settle it among themselves. */
    @EventListener
    void coverWanted(CoverWanted news) {
        if (news.late()) {
            assignments.of(news.signup()).ifPresent(this::tellOfLateCover);
        }
    }

    private void tellOfLateCover(Assignment about) {
        var letter = mailing.word(
                MailKind.COVER_WANTED_LATE,
                about.contactEmail(),
                about.conferenceId(),
                facts.forOrganizers(about),
                about.during().end());
        mailing.writeOnce(letter.answeredBy(about.email()), about);
    }

    /** Of a shift that begins so soon that somebody must look for another. */
    @EventListener
    void leftLate(Withdrawn news) {
        assignments.of(news.signup()).ifPresent(about -> {
            var start = about.during().start();
            var late = start.minus(Duration.ofHours(
                    settings.of(new ConferenceId(about.conferenceId())).alert()));
            var now = clock.instant();
            if (now.isAfter(late) && now.isBefore(start)) {
                var words = facts.forOrganizers(about);
                words.put(
                        "coverLink",
                        URI.create(baseUrl.of("/" + about.slug() + "/organize/roster/cover/" + about.shiftId())));
                mailing.writeOnce(
                        mailing.word(
                                        MailKind.LATE_WITHDRAWAL,
                                        about.contactEmail(),
                                        about.conferenceId(),
                                        words,
                                        about.during().end())
                                .answeredBy(about.email()),
                        about);
            }
        });
    }
}
