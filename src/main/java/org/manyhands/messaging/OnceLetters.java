package org.manyhands.messaging;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.manyhands.signup.SignupId;
import org.manyhands.volunteer.VolunteerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds each minute who is to be written before the conference begins, and who is to be thanked after it. */
@Component
class OnceLetters {

    private static final Logger log = LoggerFactory.getLogger(OnceLetters.class);

    /** Of the clocks of the conference's zone: a time at which people read their mail, and not the night. */
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    /** In one minute. */
    private static final int AT_MOST = 500;

    /** Later than this thanks come too late. */
    static final Duration FOR_THANKS = Duration.ofDays(14);

    private static final String WITH_SHIFTS = """
            select volunteer_id, array_agg(signup_id order by lower(during), signup_id) as signups
            from conference left join mail_settings using (conference_id)
            join volunteer using (conference_id)
            join signup using (volunteer_id) join shift on shift.shift_id = signup.shift_id
            where conference.published and account_id is not null and state = 'CONFIRMED' and cancelled_at is null
              and not exists (select from volunteer_letter
                              where volunteer_letter.volunteer_id = volunteer.volunteer_id and kind = :kind)
              and %s
            group by volunteer_id order by volunteer_id limit :most
            """;

    private static final String SOON = """
            coalesce(before_days, :days) > 0 and shift.published
            and :now >= (first_day - coalesce(before_days, :days) + :morning) at time zone zone
            and :now < first_day::timestamp at time zone zone
            and not exists (select from mail_refusal where mail_refusal.volunteer_id = volunteer.volunteer_id
                            and stream = 'REMINDERS')
            """;

    private static final String OVER = """
            coalesce(thanks, true) and attendance <> 'NO_SHOW'
            and :now >= (last_day + 1 + :morning) at time zone zone
            and :now < (last_day + :late)::timestamp at time zone zone
            """;

    private final OnceMails mails;
    private final JdbcClient jdbc;
    private final Clock clock;

    OnceLetters(OnceMails mails, JdbcClient jdbc, Clock clock) {
        this.mails = mails;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Due(VolunteerId volunteer, List<SignupId> signups) {}

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void write() {
        due(MailKind.BEFORE_CONFERENCE, SOON)
                .forEach(each -> orLater(each, () -> mails.beforeTheConference(each.volunteer(), each.signups())));
        due(MailKind.THANK_YOU, OVER)
                .forEach(each -> orLater(each, () -> mails.thankYou(each.volunteer(), each.signups())));
    }

    /** One that cannot be written now keeps nobody else waiting. */
    private static void orLater(Due due, Runnable letter) {
        try {
            letter.run();
        } catch (RuntimeException e) {
            log.warn("Volunteer {} is written a minute later", due.volunteer().volunteerId(), e);
        }
    }

    private List<Due> due(MailKind kind, String when) {
        return jdbc.sql(WITH_SHIFTS.formatted(when))
                .param("kind", kind.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("days", MailSettings.DEFAULT.beforeDays())
                .param("morning", MORNING)
                .param("late", (int) FOR_THANKS.toDays())
                .param("most", AT_MOST)
                .query((row, number) -> new Due(
                        new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                        List.of((UUID[]) row.getArray("signups").getArray()).stream()
                                .map(SignupId::new)
                                .toList()))
                .list();
    }
}
