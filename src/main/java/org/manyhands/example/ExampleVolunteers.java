package org.manyhands.example;

import java.time.Clock;
import org.manyhands.account.Accounts;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Ids;
import org.manyhands.signup.SignupOutcome;
import org.manyhands.signup.SignupService;
import org.manyhands.volunteer.Registry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the invented people register and take their shifts, by the same rules as everybody. */
@Component
class ExampleVolunteers {

    private final Accounts accounts;
    private final Registry registry;
    private final SignupService signups;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExampleVolunteers(Accounts accounts, Registry registry, SignupService signups, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.registry = registry;
        this.signups = signups;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void join(ConferenceId conference, ExampleWeek week, ExampleShifts.Laid laid) {
        ExamplePerson.ALL.forEach(person -> join(person, conference, week, laid));
        sendNoMails(conference);
    }

    private void join(ExamplePerson person, ConferenceId conference, ExampleWeek week, ExampleShifts.Laid laid) {
        var now = clock.instant();
        var account = accounts.register(person.email(), now);
        var volunteer = registry.register(conference, account.id(), person.profile(week, laid::idOf), now);
        var wanted = person.shifts().stream().map(laid::idOf).toList();
        signups.signUp(volunteer, wanted, Ids.next()).forEach(ExampleVolunteers::mustBeConfirmed);
    }

    private static void mustBeConfirmed(SignupOutcome outcome) {
        if (!(outcome instanceof SignupOutcome.Confirmed)) {
            throw new IllegalStateException("the example breaks a rule of its own: " + outcome);
        }
    }

    /**
     * Their mails would go to nobody, or bury the newcomer's own in the mailbox. They are kept as what they are, mails
     * that were never sent, so that a signup without its mail stays the sign of a fault.
     */
    private void sendNoMails(ConferenceId conference) {
        jdbc.sql("""
                        update mail set state = 'EXPIRED', error = 'not sent: its reader is invented'
                        where conference_id = ? and state = 'WAITING'
                        """).param(conference.conferenceId()).update();
    }
}
