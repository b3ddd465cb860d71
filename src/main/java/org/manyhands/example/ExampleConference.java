package org.manyhands.example;

import java.time.Clock;
import java.util.Map;
import org.manyhands.account.Accounts;
import org.manyhands.account.EmailAddress;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Conferences;
import org.manyhands.conference.Contact;
import org.manyhands.conference.Team;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A conference of the shape of DjangoCon US 2023 with invented people, built as organizers and volunteers would build it. */
@Component
class ExampleConference {

    static final String SLUG = "djangocon-us";
    static final EmailAddress ORGANIZER = EmailAddress.of("organizer@example.org");

    private final Conferences conferences;
    private final Accounts accounts;
    private final Team team;
    private final ExampleShifts shifts;
    private final ExampleSchedule schedule;
    private final ExampleVolunteers volunteers;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExampleConference(
            Conferences conferences,
            Accounts accounts,
            Team team,
            ExampleShifts shifts,
            ExampleSchedule schedule,
            ExampleVolunteers volunteers,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.conferences = conferences;
        this.accounts = accounts;
        this.team = team;
        this.shifts = shifts;
        this.schedule = schedule;
        this.volunteers = volunteers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of it or nothing: whoever looks meanwhile, or after a start that was cut short, sees no half conference. */
    @Transactional
    boolean buildInEmptyDatabase() {
        if (!isTheOnlyOneBuilding() || conferences.count() > 0) {
            return false;
        }
        var week = ExampleWeek.ahead(clock.instant());
        var conference = found(week);
        var laid = shifts.layFor(conference.id(), week);
        schedule.bring(conference, week);
        volunteers.join(conference.id(), week, laid);
        return true;
    }

    /** Where two instances start at once, the one that comes second leaves it to the first. */
    private boolean isTheOnlyOneBuilding() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('org.manyhands.example'))")
                .query(Boolean.class)
                .single();
    }

    private Conference found(ExampleWeek week) {
        var now = clock.instant();
        var organizer = accounts.register(ORGANIZER, now);
        organizer.allowToCreateConferences();
        var conference = conference(week);
        conferences.saveAndFlush(conference);
        team.own(conference.id(), organizer.id(), now);
        var id = conference.id().conferenceId();
        audit.record("conference.created", "conference", id, id, Map.of("by", "example"));
        return conference;
    }

    private static Conference conference(ExampleWeek week) {
        var conference = new Conference(
                SLUG,
                "DjangoCon US",
                "Durham",
                week.monday(),
                week.friday(),
                ExampleWeek.ZONE,
                new Contact("Noor Haddad", "volunteers@example.org", "+1 919 555 0100"),
                "https://www.djangoproject.com/conduct/");
        conference.describe(conference.name(), conference.town(), ExampleText.read("welcome"));
        conference.publish();
        return conference;
    }
}
