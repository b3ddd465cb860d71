package org.manyhands.example;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.manyhands.account.Accounts;
import org.manyhands.account.EmailAddress;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Conferences;
import org.manyhands.conference.Contact;
import org.manyhands.conference.Team;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets up the example in an empty database, as one step: there is all of it or nothing. */
@Component
class ExampleConference {

    static final String SLUG = "djangocon-us";
    static final String ORGANIZER = "organizer@example.org";

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final long LOCK = 0x6d616e7968616e64L;

    private final Conferences conferences;
    private final Accounts accounts;
    private final Team team;
    private final ExamplePlan plan;
    private final ExamplePeople people;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExampleConference(
            Conferences conferences,
            Accounts accounts,
            Team team,
            ExamplePlan plan,
            ExamplePeople people,
            JdbcClient jdbc,
            Clock clock) {
        this.conferences = conferences;
        this.accounts = accounts;
        this.team = team;
        this.plan = plan;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Does nothing where there is a conference already, also if another instance is setting it up just now. */
    @Transactional
    public void setUpInAnEmptyDatabase() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(?)").param(LOCK).query(Integer.class).single();
        if (conferences.count() > 0) {
            return;
        }
        var conference = conferences.saveAndFlush(describe());
        var organizer = accounts.register(EmailAddress.of(ORGANIZER), clock.instant());
        organizer.allowToCreateConferences();
        accounts.saveAndFlush(organizer);
        team.own(conference.id(), organizer.id(), clock.instant());
        people.register(conference, plan.write(conference));
        keepTheInventedPeoplesMails(conference.id().conferenceId());
    }

    private Conference describe() {
        var monday = LocalDate.ofInstant(clock.instant(), ZONE).plusWeeks(4).with(previousOrSame(MONDAY));
        var conference = new Conference(
                SLUG,
                "DjangoCon US",
                "Durham",
                monday,
                monday.plusDays(4),
                ZONE,
                new Contact("Priya Raman, volunteer chair", "volunteers@example.org", "+1 919 555 0100"),
                "https://example.org/conduct");
        conference.describe(conference.name(), conference.town(), """
                Three days of talks, two days of sprints, and every one of them runs on people like you. There is work at \
                the desk and on stage, and there is work in a quiet room: each shift says which. Take an hour or take ten.""");
        conference.answerTo(conference.contact(), conference.conductUrl(), "https://chat.example.org/volunteering");
        conference.publish();
        return conference;
    }

    /** Nobody reads what is written to invented people: their mails stay in the outbox, unsent. */
    private void keepTheInventedPeoplesMails(UUID conference) {
        jdbc.sql("update mail set state = 'EXPIRED' where conference_id = ?")
                .param(conference)
                .update();
    }
}
