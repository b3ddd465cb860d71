package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AroundNow;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.signup.Leaving;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The organizers are warned while there is time, each shift once; newcomers are greeted, and told where they stand in line. */
@IntegrationTest
class AlertsTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Given given;

    @Autowired
    private ShiftAlerts alerts;

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
    private Mails team;

    @BeforeEach
    void openConference() {
        around = new AroundNow(given, jdbc, clock);
        conference = given.conference();
        var contact = "contact-" + UUID.randomUUID() + "@example.org";
        jdbc.sql("update conference set contact_email = ? where conference_id = ?")
                .params(contact, conference.id().conferenceId())
                .update();
        team = new Mails(jdbc, contact);
    }

    private Shift lacking(String role, Duration startsIn) {
        var shift = given.shift(
                conference,
                given.timeslot(conference, "08:00", "10:00"),
                given.role(conference, role),
                given.place(conference, "Place of " + role),
                Need.between(2, 3, 3));
        around.move(shift, startsIn, HOUR);
        return shift;
    }

    @Test
    void nameTheShiftsThatCannotOpenOnceAndTogether() {
        lacking("Registration desk", Duration.ofHours(47));
        lacking("Session emcee", Duration.ofHours(58));
        lacking("Sprint mentor", Duration.ofHours(72));
        alerts.look();
        alerts.look();
        var mail = team.only();
        assertThat(mail.kind()).isEqualTo("SHIFT_BELOW_MINIMUM");
        assertThat(mail.subject()).isEqualTo("2 shifts of " + conference.name() + " cannot open yet");
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("Registration desk", "Session emcee", "needs 2 more", "/organize/roster/cover/")
                        .doesNotContain("Sprint mentor"));
    }

    @Test
    void comeOnceHoweverManyLook() {
        lacking("Registration desk", Duration.ofHours(5));
        AtOnce.times(6, number -> {
            alerts.look();
            return number;
        });
        assertThat(team.all()).hasSize(1);
    }

    @Test
    void areSilentWhereShiftsCanOpenOrAreFarOff() {
        var shift = lacking("Registration desk", Duration.ofHours(50));
        alerts.look();
        around.move(shift, Duration.ofHours(5), HOUR);
        given.signUp(given.volunteer(conference), shift);
        given.signUp(given.volunteer(conference), shift);
        alerts.look();
        assertThat(team.all()).isEmpty();
    }

    @Test
    void tellWhoLeftLate() {
        var late = around.somebody(conference, "Ida Moreau", Duration.ofHours(40), HOUR);
        var early = around.somebody(conference, "Kwame Mensah", Duration.ofHours(50), HOUR);
        leaving.leave(early.volunteer(), List.of(early.shift().id()));
        assertThat(team.all()).isEmpty();
        leaving.leave(late.volunteer(), List.of(late.shift().id()));
        assertThat(team.only().kind()).isEqualTo("LATE_WITHDRAWAL");
        assertThat(team.only().subject()).startsWith("Ida Moreau left late: ");
        assertThat(team.only().replyTo()).startsWith("ida-moreau-");
        assertThat(team.only().bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("/organize/roster/cover/" + late.shift().id().shiftId()));
    }

    @Test
    void greetWhoeverRegistered() {
        var ida = given.volunteer(conference, "Ida Moreau");
        var mail = writtenTo(ida, "WELCOME");
        assertThat(mail.subject()).isEqualTo("Welcome to " + conference.name());
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("/" + conference.slug() + "/me/suggestions", "Priya Raman")
                        .doesNotContain("/schedule"));
    }

    @Test
    void tellWhereTheyStandInLine() {
        var shift = given.shift(conference, "08:00", "10:00", Need.of(1));
        given.signUp(given.volunteer(conference), shift);
        var first = given.volunteer(conference, "Ida Moreau");
        var second = given.volunteer(conference, "Kwame Mensah");
        waitFor(first, shift);
        waitFor(second, shift);
        assertThat(writtenTo(first, "WAITLISTED").bodies())
                .allSatisfy(body -> assertThat(body).contains("you are the first in line"));
        assertThat(writtenTo(second, "WAITLISTED").bodies())
                .allSatisfy(body -> assertThat(body).contains("one person is in line before you"));
    }

    private void waitFor(VolunteerId volunteer, Shift shift) {
        var account = jdbc.sql("select account_id from volunteer where volunteer_id = ?")
                .param(volunteer.volunteerId())
                .query(UUID.class)
                .single();
        assertThat(mvc.post()
                        .uri("/" + conference.slug() + "/shifts/" + shift.id().shiftId() + "/signup")
                        .with(SignedInAs.account(new AccountId(account)))
                        .with(csrf())
                        .param("requestId", UUID.randomUUID().toString())
                        .param("waitlist", "true"))
                .hasStatus(303);
    }

    private Mails.Mail writtenTo(VolunteerId volunteer, String kind) {
        return jdbc.sql("""
                        select mail.* from mail join account on email = recipient join volunteer using (account_id)
                        where volunteer_id = ? and kind = ?
                        """)
                .params(volunteer.volunteerId(), kind)
                .query(Mails.Mail.class)
                .single();
    }
}
