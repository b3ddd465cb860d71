package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AroundNow;
import org.manyhands.AroundNow.Held;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.signup.Leaving;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Volunteers are reminded a day and a little before, once each, and of what is still theirs. */
@IntegrationTest
class RemindersTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Given given;

    @Autowired
    private Reminders reminders;

    @Autowired
    private SettingsOfMails settings;

    @Autowired
    private Unsubscribing unsubscribing;

    @Autowired
    private Leaving leaving;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private AroundNow around;
    private Conference conference;

    @BeforeEach
    void openConferenceThatSleepsNever() {
        around = new AroundNow(given, jdbc, clock);
        conference = given.conference();
        quiet(LocalTime.NOON, LocalTime.NOON);
    }

    private void quiet(LocalTime from, LocalTime to) {
        var before = settings.of(conference.id());
        settings.save(
                conference.id(),
                new MailSettings(true, 24, 2, new QuietHours(from, to), 48, 3, "", true, before.version()));
    }

    /** They signed up days ago: what they were told then is forgotten by now. */
    private Held somebody(String name, Duration startsIn) {
        var held = around.somebody(conference, name, startsIn, HOUR);
        forgetMails(held);
        return held;
    }

    private void forgetMails(Held held) {
        jdbc.sql("update mail set written_at = ? where about = ?")
                .params(
                        Timestamp.from(clock.instant().minus(Duration.ofDays(3))),
                        held.signup().signupId())
                .update();
    }

    private List<Mails.Mail> remindersOf(Held held) {
        var email = jdbc.sql("select email from account join volunteer using (account_id) where volunteer_id = ?")
                .param(held.volunteer().volunteerId())
                .query(String.class)
                .single();
        return new Mails(jdbc, email)
                .all().stream().filter(mail -> mail.kind().equals("REMINDER")).toList();
    }

    @Test
    void areWrittenADayBeforeAndOnceMoreJustBefore() {
        var ida = somebody("Ida Moreau", Duration.ofHours(23));
        reminders.remind();
        reminders.remind();
        assertThat(remindersOf(ida)).hasSize(1);

        around.move(ida.shift(), Duration.ofMinutes(110), HOUR);
        jdbc.sql(
                        "update reminder set starts_at = (select lower(during) from shift where shift_id = ?) where signup_id = ?")
                .params(ida.shift().id().shiftId(), ida.signup().signupId())
                .update();
        reminders.remind();
        reminders.remind();
        assertThat(remindersOf(ida)).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).startsWith("Soon: Role ");
            assertThat(mail.bodies())
                    .allSatisfy(body -> assertThat(body)
                            .contains(
                                    "Ida Moreau",
                                    conference.name(),
                                    "/me",
                                    "/unsubscribe/",
                                    "No more mails like this"));
        });
    }

    @Test
    void areNotWrittenTooEarly() {
        var ida = somebody("Ida Moreau", Duration.ofHours(25));
        reminders.remind();
        assertThat(remindersOf(ida)).isEmpty();
    }

    @Test
    void tellOfShiftsCloseTogetherAtOnce() {
        var ida = somebody("Ida Moreau", Duration.ofHours(23));
        var later = given.shift(
                conference,
                given.timeslot(conference, "14:00", "16:00"),
                given.role(conference, "Emcee"),
                given.place(conference, "Hall"),
                Need.of(1));
        given.signUp(ida.volunteer(), later);
        around.move(later, Duration.ofHours(26), HOUR);
        forgetMails(new Held(later, ida.volunteer(), around.signupOf(ida.volunteer(), later)));

        reminders.remind();
        reminders.remind();

        assertThat(remindersOf(ida)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).endsWith("and 1 more");
            assertThat(mail.textBody()).contains("Emcee", "Hall");
            assertThat(mail.htmlBody()).contains("Emcee", "Hall");
        });
    }

    /** As two instances do that look in the same minute. */
    @Test
    void areWrittenOnceHoweverManyLook() {
        var ida = somebody("Ida Moreau", Duration.ofHours(23));
        AtOnce.times(6, number -> {
            reminders.remind();
            return number;
        });
        assertThat(remindersOf(ida)).hasSize(1);
    }

    @Test
    void leaveThoseAloneWhoLeftOrWantNone() {
        var left = somebody("Ida Moreau", Duration.ofHours(23));
        leaving.leave(left.volunteer(), List.of(left.shift().id()));
        var refusing = somebody("Kwame Mensah", Duration.ofHours(23));
        unsubscribing.refuse(refusing.volunteer(), Stream.REMINDERS);
        reminders.remind();
        assertThat(remindersOf(left)).isEmpty();
        assertThat(remindersOf(refusing)).isEmpty();
    }

    @Test
    void leaveThoseAloneWhoWereToldJustNow() {
        var ida = around.somebody(conference, "Ida Moreau", Duration.ofMinutes(110), HOUR);
        reminders.remind();
        assertThat(remindersOf(ida)).isEmpty();
    }

    @Test
    void keepSilentWhereTheOrganizersSwitchedThemOff() {
        var ida = somebody("Ida Moreau", Duration.ofHours(23));
        var before = settings.of(conference.id());
        settings.save(
                conference.id(), new MailSettings(false, 24, 2, before.quiet(), 48, 3, "", true, before.version()));
        reminders.remind();
        assertThat(remindersOf(ida)).isEmpty();
    }

    /** It would be due in an hour, and the night begins in twenty minutes. */
    @Test
    void goOutAheadOfTheNight() {
        var now = clock.instant().atZone(conference.zone()).toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        var ida = somebody("Ida Moreau", Duration.ofHours(25));
        reminders.remind();
        assertThat(remindersOf(ida)).isEmpty();
        quiet(now.plusMinutes(20), now.plusHours(5));
        reminders.remind();
        assertThat(remindersOf(ida)).hasSize(1);
    }

    @Test
    void areSetByTheOrganizersAndKeptFromEachOthersHands() {
        var organizer = new Organizer(mvc, given.organizer(conference), conference);
        var version = organizer.hidden("/mail/settings", "version");
        var form = new String[] {
            "reminders",
            "true",
            "first",
            "48",
            "second",
            "3",
            "quietFrom",
            "21:00",
            "quietTo",
            "08:00",
            "alert",
            "24",
            "beforeDays",
            "3",
            "orientation",
            "Monday 8:00, at the desk",
            "thanks",
            "true",
            "version",
            version
        };
        assertThat(organizer.follow(organizer.post("/mail/settings", form)))
                .bodyText()
                .contains("It holds from now on");
        assertThat(settings.of(conference.id()).first()).isEqualTo(48);
        assertThat(organizer.post("/mail/settings", form))
                .hasStatus(409)
                .bodyText()
                .contains("48 and 3 hours before");
        form[5] = "12";
        form[3] = "3";
        assertThat(organizer.post("/mail/settings", form))
                .bodyText()
                .contains("The second reminder must come later than the first");
    }
}
