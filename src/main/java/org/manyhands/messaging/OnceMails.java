package org.manyhands.messaging;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.messaging.Assignments.Assignment;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.LocalTimes;
import org.manyhands.signup.SignupId;
import org.manyhands.signup.Worked;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what each volunteer is written once, and down that it is written, in one transaction. */
@Component
class OnceMails {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final SettingsOfMails settings;
    private final Unsubscribing unsubscribing;
    private final Mailing mailing;
    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;

    OnceMails(
            Assignments assignments,
            AssignmentFacts facts,
            SettingsOfMails settings,
            Unsubscribing unsubscribing,
            Mailing mailing,
            JdbcClient jdbc,
            BaseUrl baseUrl) {
        this.assignments = assignments;
        this.facts = facts;
        this.settings = settings;
        this.unsubscribing = unsubscribing;
        this.mailing = mailing;
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
    }

    /** @param signups soonest first */
    @Transactional
    void beforeTheConference(VolunteerId volunteer, List<SignupId> signups) {
        var shifts = shifts(signups);
        if (shifts.isEmpty() || !isFirst(volunteer, MailKind.BEFORE_CONFERENCE)) {
            return;
        }
        var first = shifts.getFirst();
        var words = facts.of(first);
        var stop = unsubscribing.address(volunteer, Stream.REMINDERS);
        var orientation = settings.of(new ConferenceId(first.conferenceId())).orientation();
        words.put("shifts", shifts.stream().map(facts::of).toList());
        words.put("orientation", orientation.isEmpty() ? null : orientation);
        words.put("chatLink", chat(first));
        words.put("stopLink", stop);
        mailing.write(mailing.word(
                        MailKind.BEFORE_CONFERENCE, first, words, first.during().start())
                .endedAt(stop));
    }

    /** @param signups those they had and did not stay away from */
    @Transactional
    void thankYou(VolunteerId volunteer, List<SignupId> signups) {
        var shifts = shifts(signups);
        if (shifts.isEmpty() || !isFirst(volunteer, MailKind.THANK_YOU)) {
            return;
        }
        var last = shifts.getLast();
        var words = facts.of(last);
        words.put("hours", LocalTimes.length(hours(volunteer)));
        words.put("number", shifts.size());
        words.put("feedbackLink", URI.create(baseUrl.of("/" + last.slug() + "/me/feedback")));
        mailing.write(mailing.word(
                MailKind.THANK_YOU, last, words, last.during().end().plus(OnceLetters.FOR_THANKS)));
    }

    /** What another instance writes at this moment is waited for. */
    private boolean isFirst(VolunteerId volunteer, MailKind kind) {
        return jdbc.sql("insert into volunteer_letter (volunteer_id, kind) values (?, ?) on conflict do nothing")
                        .params(volunteer.volunteerId(), kind.name())
                        .update()
                == 1;
    }

    private List<Assignment> shifts(List<SignupId> signups) {
        return signups.stream().map(assignments::of).flatMap(Optional::stream).toList();
    }

    private @Nullable URI chat(Assignment about) {
        return jdbc.sql("select chat_url from conference where conference_id = ? and chat_url is not null")
                .param(about.conferenceId())
                .query(String.class)
                .optional()
                .map(URI::create)
                .orElse(null);
    }

    /** As the desk wrote them down; as they were planned where it wrote nothing. */
    private Duration hours(VolunteerId volunteer) {
        return Duration.ofSeconds(jdbc.sql("""
                        select extract(epoch from coalesce(nullif(sum(%s), interval '0'), sum(%s)))::bigint
                        from signup join shift using (shift_id)
                        where volunteer_id = ? and state = 'CONFIRMED' and attendance <> 'NO_SHOW' and cancelled_at is null
                        """.formatted(Worked.TIME, Worked.PLANNED))
                .param(volunteer.volunteerId())
                .query(Long.class)
                .single());
    }
}
