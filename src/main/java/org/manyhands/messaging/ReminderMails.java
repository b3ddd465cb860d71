package org.manyhands.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.messaging.Assignments.Assignment;
import org.manyhands.messaging.MailSettings.Stage;
import org.manyhands.signup.SignupId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a reminder, and down that it is written, in one transaction. */
@Component
class ReminderMails {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final Unsubscribing unsubscribing;
    private final Mailing mailing;
    private final JdbcClient jdbc;

    ReminderMails(
            Assignments assignments,
            AssignmentFacts facts,
            Unsubscribing unsubscribing,
            Mailing mailing,
            JdbcClient jdbc) {
        this.assignments = assignments;
        this.facts = facts;
        this.unsubscribing = unsubscribing;
        this.mailing = mailing;
        this.jdbc = jdbc;
    }

    /** @param signups soonest first; those that were left meanwhile, or told of by another instance, are left out */
    @Transactional
    void remind(VolunteerId volunteer, Stage stage, List<SignupId> signups) {
        var told = claim(stage, signups);
        var shifts = signups.stream()
                .filter(signup -> told.contains(signup.signupId()))
                .map(assignments::of)
                .flatMap(Optional::stream)
                .toList();
        if (!shifts.isEmpty()) {
            write(volunteer, shifts);
        }
    }

    /** Whoever leaves the shift at this moment is waited for, and is not reminded. */
    private Collection<UUID> claim(Stage stage, List<SignupId> signups) {
        return jdbc.sql("""
                        with kept as (
                            select signup_id, shift_id from signup
                            where signup_id = any(:signups) and state = 'CONFIRMED' order by signup_id for share)
                        insert into reminder (signup_id, stage, starts_at)
                        select signup_id, :stage, lower(during) from kept join shift using (shift_id)
                        where cancelled_at is null
                        on conflict do nothing returning signup_id
                        """)
                .param("signups", signups.stream().map(SignupId::signupId).toArray(UUID[]::new))
                .param("stage", stage.name())
                .query(UUID.class)
                .set();
    }

    /** Of no use once the first of them has begun. */
    private void write(VolunteerId volunteer, List<Assignment> shifts) {
        var first = shifts.getFirst();
        var words = facts.of(first);
        var stop = unsubscribing.address(volunteer, Stream.REMINDERS);
        words.put("shifts", shifts.stream().map(facts::of).toList());
        words.put("more", shifts.size() - 1);
        words.put("stopLink", stop);
        mailing.write(
                mailing.word(MailKind.REMINDER, first, words, first.during().start())
                        .endedAt(stop));
    }
}
