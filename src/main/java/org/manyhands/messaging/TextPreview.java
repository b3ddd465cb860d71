package org.manyhands.messaging;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.mail.Letter;
import org.manyhands.mail.Outbox;
import org.manyhands.mail.Wording;
import org.manyhands.messaging.Assignments.Assignment;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.TimeRange;
import org.manyhands.signup.SignupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what a mail would say to somebody who has a shift; to an invented one where nobody has. */
@Component
class TextPreview {

    private static final int MOST_PEOPLE = 30;

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final OwnWording own;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;
    private final Clock clock;

    TextPreview(
            Assignments assignments,
            AssignmentFacts facts,
            OwnWording own,
            Outbox outbox,
            JdbcClient jdbc,
            BaseUrl baseUrl,
            Clock clock) {
        this.assignments = assignments;
        this.facts = facts;
        this.own = own;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** Somebody whose data may be looked through, by one of their signups. */
    record Reader(UUID signup, String name) {}

    List<Reader> people(ConferencePage conference) {
        return jdbc.sql("""
                        select (array_agg(signup_id order by lower(during), signup_id))[1] as signup, volunteer.name
                        from volunteer join signup using (volunteer_id) join shift using (shift_id)
                        where volunteer.conference_id = ? and account_id is not null and state = 'CONFIRMED'
                        group by volunteer_id order by lower(volunteer.name), volunteer_id limit %d
                        """.formatted(MOST_PEOPLE))
                .param(conference.id().conferenceId())
                .query(Reader.class)
                .list();
    }

    /** @param as whose data, by a signup; the first of the people for null or one of another conference */
    Wording of(ConferencePage conference, OwnText text, @Nullable UUID as) {
        return own.word(text, facts(conference, reader(conference, as)));
    }

    /** To the organizer who tries it, as any other mail goes out. */
    @Transactional
    void mail(ConferencePage conference, MailKind kind, OwnText text, @Nullable UUID as, String organizer) {
        outbox.write(Letter.to(
                        organizer,
                        kind.name(),
                        of(conference, text, as),
                        clock.instant().plus(Duration.ofHours(1)))
                .inConference(conference.id().conferenceId()));
    }

    private Assignment reader(ConferencePage conference, @Nullable UUID as) {
        var people = people(conference);
        return people.stream()
                .filter(reader -> reader.signup().equals(as))
                .findFirst()
                .or(() -> people.stream().findFirst())
                .flatMap(reader -> assignments.of(new SignupId(reader.signup())))
                .orElseGet(() -> invented(conference));
    }

    private Map<String, @Nullable Object> facts(ConferencePage conference, Assignment about) {
        var words = new HashMap<>(facts.of(about));
        var here = "/" + about.slug();
        words.put("howItCame", "You were in line for it, and a place became free.");
        words.put("standing", "It was yours.");
        words.put("inLine", "one person is in line before you");
        words.put("until", about.times().say(about.during().start().minus(Duration.ofDays(1))));
        words.put("insteadOf", about.inWords());
        words.put("asker", "Robin Achterberg");
        words.put("was", about.inWords());
        words.put("becomes", about.inWords());
        words.put("because", "you have another shift then");
        words.put("word", "Thank you for having been ready for it.");
        words.put("talk", "Keynote");
        words.put("talkWhen", about.times().when(about.during()));
        words.put("hours", LocalTimes.length(about.during().length()));
        words.put("orientation", "We meet at nine in front of the registration desk.");
        words.putAll(forTheTeam(about, here));
        words.put("suggestionsLink", link(here + "/me/suggestions"));
        words.put("scheduleLink", link(here + "/schedule"));
        words.put("profileLink", link(here + "/me/profile"));
        words.put("feedbackLink", link(here + "/me/feedback"));
        words.put("answerLink", link(here + "/me"));
        words.put("chatLink", conference.chatUrl() == null ? null : URI.create(conference.chatUrl()));
        return words;
    }

    private Map<String, Object> forTheTeam(Assignment about, String here) {
        var words = new HashMap<String, Object>(Map.of(
                "volunteerEmail", about.email(),
                "volunteerPhone", "+1 919 555 0142",
                "howMany", "One shift",
                "askedFor", "the briefing",
                "decision", "You can take shifts of it now. Thank you for offering.",
                "answer", "Come by on the first morning.",
                "invitedBy", about.contactEmail(),
                "right", "a role lead",
                "roleNames", about.role(),
                "days", 14));
        words.put("roleLink", link(here));
        words.put("shiftsLink", link(here + "/shifts?open=true"));
        words.put("approvalsLink", link(here + "/organize/approvals"));
        words.put("link", link("/invitations"));
        words.put("coverLink", link(here + "/organize/roster/cover/" + about.shiftId()));
        words.put("rosterLink", link(here + "/organize/roster"));
        words.put("nowLink", link(here + "/organize"));
        words.put(
                "gaps",
                List.of(Map.of(
                        "role", about.role(),
                        "when", about.times().when(about.during()),
                        "place", about.place(),
                        "missing", 2,
                        "coverLink", link(here + "/organize/roster/cover/" + about.shiftId()))));
        return words;
    }

    private URI link(String address) {
        return URI.create(baseUrl.of(address));
    }

    private static Assignment invented(ConferencePage conference) {
        var opens = conference.firstDay().atTime(8, 0).atZone(conference.zone()).toInstant();
        return new Assignment(
                new UUID(0, 0),
                0,
                "ida@example.org",
                "Ida Moreau",
                "",
                new UUID(0, 0),
                new TimeRange(opens, opens.plus(Duration.ofHours(2))),
                "Registration desk",
                true,
                15,
                "Tamsin, at the desk",
                "Lobby",
                "Through the main door, on the left",
                "Bring a pen",
                null,
                conference.id().conferenceId(),
                conference.slug(),
                conference.name(),
                conference.times(),
                conference.contactName(),
                conference.contactEmail(),
                conference.contactPhone());
    }
}
