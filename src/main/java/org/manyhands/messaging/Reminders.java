package org.manyhands.messaging;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.manyhands.messaging.MailSettings.Stage;
import org.manyhands.shared.Rows;
import org.manyhands.signup.SignupId;
import org.manyhands.volunteer.VolunteerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds each minute whom it is time to remind. Any number of instances may look at the same time, and any of them may
 * die: what is written down with a reminder's mail ({@link ReminderMails}) decides who was reminded.
 */
@Component
class Reminders {

    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    /** Shifts of which one would be reminded within so long are told of in one mail. */
    static final Duration TOGETHER = Duration.ofHours(3);

    /** What a mail has told somebody of a shift, the reminder need not tell within this share of its time before. */
    static final int FRESH = 4;

    /** No night lasts longer, see {@link QuietHours}: so much earlier than its time may a reminder be due. */
    private static final int LONGEST_NIGHT_HOURS = 24;

    private final ReminderMails mails;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reminders(ReminderMails mails, JdbcClient jdbc, Clock clock) {
        this.mails = mails;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A shift of somebody's.
     *
     * @param arriveAt when they have to be there
     * @param toldAt when a mail last told them of it; null where none did
     * @param reminded of what they were reminded already
     */
    record Ahead(
            SignupId signup,
            VolunteerId volunteer,
            Instant arriveAt,
            ZoneId zone,
            MailSettings settings,
            @Nullable Instant toldAt,
            Set<Stage> reminded) {

        Instant due(Stage stage) {
            return settings.quiet().outside(arriveAt.minus(settings.before(stage)), zone);
        }

        /** Not yet written by somebody, and not just told: who signs up in the evening knows of the next morning. */
        boolean isOpen(Stage stage) {
            var fresh = due(stage).minus(settings.before(stage).dividedBy(FRESH));
            return !reminded.contains(stage)
                    && !reminded.contains(Stage.SECOND)
                    && (toldAt == null || toldAt.isBefore(fresh));
        }

        boolean isDue(Stage stage, Instant now) {
            return isOpen(stage) && !due(stage).isAfter(now);
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void remind() {
        var now = clock.instant();
        ahead(now).stream().collect(groupingBy(Ahead::volunteer)).forEach((volunteer, shifts) -> {
            try {
                remind(volunteer, shifts, now);
            } catch (RuntimeException e) {
                log.warn("Volunteer {} is reminded a minute later", volunteer.volunteerId(), e);
            }
        });
    }

    /** The later reminder first: where both are due, as after a long outage, it stands for both. */
    private void remind(VolunteerId volunteer, List<Ahead> shifts, Instant now) {
        for (var stage : List.of(Stage.SECOND, Stage.FIRST)) {
            if (shifts.stream().anyMatch(shift -> shift.isDue(stage, now))) {
                var together = shifts.stream()
                        .filter(shift -> shift.isDue(stage, now.plus(TOGETHER)))
                        .map(Ahead::signup)
                        .toList();
                mails.remind(volunteer, stage, together);
                return;
            }
        }
    }

    private List<Ahead> ahead(Instant now) {
        return jdbc.sql("""
                        select signup_id, volunteer_id, zone, mail_settings.*,
                               lower(during) - make_interval(mins => arrive_early_minutes) as arrive_at,
                               (select max(written_at) from mail where about = signup_id) as told_at,
                               array(select stage from reminder where reminder.signup_id = signup.signup_id
                                     and starts_at = lower(during)) as reminded
                        from shift join role using (role_id)
                        join conference on conference.conference_id = shift.conference_id
                        left join mail_settings on mail_settings.conference_id = shift.conference_id
                        join signup using (shift_id) join volunteer using (volunteer_id)
                        where lower(during) > :now
                          and lower(during) < :now::timestamptz + make_interval(hours => coalesce(first_hours, :hours) + :night)
                          and coalesce(reminders, true) and state = 'CONFIRMED' and account_id is not null
                          and shift.published and cancelled_at is null and conference.published
                          and not exists (select from mail_refusal where mail_refusal.volunteer_id = volunteer.volunteer_id
                                          and stream = 'REMINDERS')
                        order by lower(during), signup_id
                        """)
                .param("now", Timestamp.from(now))
                .param("hours", MailSettings.DEFAULT.first())
                .param("night", LONGEST_NIGHT_HOURS)
                .query((row, number) -> ahead(row))
                .list();
    }

    private static Ahead ahead(ResultSet row) throws SQLException {
        return new Ahead(
                SignupId.of(row.getString("signup_id")),
                new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                Objects.requireNonNull(Rows.instant(row, "arrive_at")),
                ZoneId.of(row.getString("zone")),
                SettingsOfMails.settings(row),
                Rows.instant(row, "told_at"),
                Set.copyOf(Arrays.stream((String[]) row.getArray("reminded").getArray())
                        .map(Stage::valueOf)
                        .toList()));
    }
}
