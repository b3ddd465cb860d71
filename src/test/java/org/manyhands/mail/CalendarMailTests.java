package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.calendar.Parsed;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What mails about shifts tell their readers' calendars, as a mail server gets it. */
@IntegrationTest
class CalendarMailTests {

    @RegisterExtension
    static final GreenMailExtension GREEN_MAIL = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"));

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Sender sender;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;
    private String email;
    private VolunteerId vera;
    private Shift desk;

    @BeforeEach
    void register() {
        email = "vera+" + UUID.randomUUID() + "@example.org";
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        vera = given.volunteer(conference, given.account(email), Profile.named("Vera"));
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
    }

    /** A mail's kind, and what it tells calendars. */
    private record Told(String kind, String text, Optional<Parsed> last) {

        /** "REQUEST 0". */
        String step() {
            return last.map(calendar -> calendar.method() + " " + calendar.of("SEQUENCE"))
                    .orElse("nothing");
        }

        Parsed calendar() {
            return last.orElseThrow();
        }
    }

    private List<Told> told() {
        return jdbc
                .sql("select * from mail where recipient = ? and kind <> 'WELCOME' order by mail_id")
                .param(email)
                .query((row, number) -> new WaitingMail(
                        row.getObject("mail_id", UUID.class),
                        UUID.randomUUID(),
                        1,
                        row.getString("kind"),
                        row.getString("recipient"),
                        row.getString("reply_to"),
                        row.getString("subject"),
                        row.getString("text_body"),
                        row.getString("html_body"),
                        row.getString("calendar"),
                        row.getString("calendar_method"),
                        row.getString("unsubscribe"),
                        row.getString("webhook"),
                        false,
                        row.getString("message_id"),
                        row.getTimestamp("written_at").toInstant()))
                .list()
                .stream()
                .map(this::delivered)
                .toList();
    }

    /** The last alternative, after the journey. */
    private Told delivered(WaitingMail mail) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(GREEN_MAIL.getSmtp().getPort());
        new MailServer(smtp, sender).deliver(mail);
        try {
            var messages = GREEN_MAIL.getReceivedMessages();
            var parts = (MimeMultipart) messages[messages.length - 1].getContent();
            var last = parts.getBodyPart(parts.getCount() - 1);
            if (!last.getContentType().startsWith("text/calendar")) {
                return new Told(mail.kind(), mail.textBody(), Optional.empty());
            }
            var calendar = Parsed.read(new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(last.getContentType()).contains("method=" + calendar.method());
            return new Told(mail.kind(), mail.textBody(), Optional.of(calendar));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Stream<String> steps() {
        return told().stream().map(told -> told.kind() + " " + told.step());
    }

    private void move(Shift shift, String from, String to) {
        assertThat(organizer.post(
                        "/timeslots/" + shift.timeslotId().timeslotId(),
                        "day",
                        conference.firstDay().toString(),
                        "from",
                        from,
                        "to",
                        to,
                        "version",
                        "0",
                        "people",
                        "move"))
                .hasStatus(303);
    }

    @Test
    void tellOneEntryFromTakingToLeaving() {
        given.signUp(vera, desk);
        move(desk, "09:00", "11:00");
        given.withdraw(vera, desk);

        assertThat(steps()).containsExactly("YOU_ARE_IN REQUEST 0", "SHIFT_MOVED REQUEST 1", "YOU_LEFT CANCEL 2");
        var told = told();
        assertThat(told)
                .extracting(each -> each.calendar().of("UID"))
                .containsOnly(told.getFirst().calendar().of("UID"));
        assertThat(told.get(1).calendar().start())
                .isEqualTo(desk.during().start().plusSeconds(3600));
        assertThat(told.get(2).calendar().of("STATUS")).isEqualTo("CANCELLED");
        assertThat(told).allSatisfy(each -> {
            assertThat(each.calendar().of("ORGANIZER")).isEqualTo("mailto:" + sender.address());
            assertThat(each.calendar().of("ATTENDEE")).isEqualTo("mailto:" + email);
        });
        assertThat(told.getFirst().text())
                .contains("Declining the calendar entry that comes with this mail does not tell us.");
    }

    @Test
    void beginANewEntryForWhoTakesItAgain() {
        given.signUp(vera, desk);
        given.withdraw(vera, desk);
        given.signUp(vera, desk);

        assertThat(steps()).containsExactly("YOU_ARE_IN REQUEST 0", "YOU_LEFT CANCEL 1", "YOU_ARE_IN REQUEST 0");
        var names = told().stream().map(told -> told.calendar().of("UID")).toList();
        assertThat(names.get(1)).isEqualTo(names.get(0)).isNotEqualTo(names.get(2));
    }

    @Test
    void takeOutWhatOrganizersCancelled() {
        given.signUp(vera, desk);
        assertThat(organizer.post("/shifts/" + desk.id().shiftId() + "/cancel")).hasStatus(303);

        assertThat(steps()).containsExactly("YOU_ARE_IN REQUEST 0", "SHIFT_CANCELLED CANCEL 1");
    }

    @Test
    void takeOutWhatMovedIntoAnotherShift() {
        given.signUp(vera, desk, given.shift(conference, "12:00", "14:00", Need.of(1)));
        assertThat(organizer.post(
                        "/timeslots/" + desk.timeslotId().timeslotId(),
                        "day",
                        conference.firstDay().toString(),
                        "from",
                        "12:00",
                        "to",
                        "14:00",
                        "version",
                        "0",
                        "people",
                        "move"))
                .hasStatus(303);

        assertThat(steps()).contains("SHIFT_CONFLICT CANCEL 1");
    }

    /** One mail has one calendar part: it moves the entry to the other shift. */
    @Test
    void moveTheEntryOfWhomOrganizersMoved() {
        given.signUp(vera, desk);
        var stage = given.shift(conference, "13:00", "14:00", Need.of(1));
        assertThat(organizer.post(
                        "/shifts/" + desk.id().shiftId() + "/people/move",
                        "volunteer",
                        vera.volunteerId().toString(),
                        "to",
                        stage.id().shiftId().toString()))
                .hasStatus(303);
        given.withdraw(vera, stage);

        assertThat(steps()).containsExactly("YOU_ARE_IN REQUEST 0", "SHIFT_MOVED REQUEST 1", "YOU_LEFT CANCEL 2");
        var told = told();
        assertThat(told)
                .extracting(each -> each.calendar().of("UID"))
                .containsOnly(told.getFirst().calendar().of("UID"));
        assertThat(told.get(1).calendar().start()).isEqualTo(stage.during().start());
    }

    @Test
    void moveTheEntryOfWhoSwapped() {
        var stage = given.shift(conference, "13:00", "14:00", Need.of(1));
        var account = given.account("jun-" + UUID.randomUUID() + "@example.org");
        given.signUp(vera, desk);
        given.signUp(given.volunteer(conference, account, Profile.named("Jun")), stage);
        press(
                given.account(email),
                "/shifts/" + desk.id().shiftId() + "/swap",
                stage.id().shiftId());
        var offer = jdbc.sql("select swap_offer_id from swap_offer where wanted_shift_id = ?")
                .param(stage.id().shiftId())
                .query(UUID.class)
                .single();
        press(account, "/swaps/" + offer + "/accept", offer);

        assertThat(steps()).containsExactly("YOU_ARE_IN REQUEST 0", "SWAPPED REQUEST 1");
        var told = told();
        assertThat(told.get(1).calendar().of("UID"))
                .isEqualTo(told.get(0).calendar().of("UID"));
        assertThat(told.get(1).calendar().start()).isEqualTo(stage.during().start());
    }

    private void press(AccountId account, String page, UUID wanted) {
        assertThat(mvc.post()
                        .uri("/" + conference.slug() + page)
                        .with(SignedInAs.account(account))
                        .with(csrf())
                        .param("wanted", wanted.toString()))
                .hasStatus(303);
    }

    @Test
    void bringNothingToThoseWhoOnlyWait() {
        given.signUp(given.volunteer(conference), desk);
        jdbc.sql("""
                        insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at)
                        select gen_random_uuid(), conference_id, shift_id, ?, busy, 'WAITLISTED', gen_random_uuid(), now()
                        from shift where shift_id = ?
                        """).params(vera.volunteerId(), desk.id().shiftId()).update();
        move(desk, "09:00", "11:00");

        assertThat(steps()).containsExactly("SHIFT_MOVED nothing");
    }

    @Test
    void bringNoNewEntriesWhereOrganizersSaySo() {
        var stage = given.shift(conference, "13:00", "14:00", Need.of(1));
        given.signUp(vera, desk);
        assertThat(organizer.post("/calendar/attachments")).hasStatus(303);
        given.signUp(vera, stage);
        given.withdraw(vera, desk, stage);

        assertThat(steps())
                .containsExactlyInAnyOrder(
                        "YOU_ARE_IN REQUEST 0", "YOU_ARE_IN nothing", "YOU_LEFT CANCEL 1", "YOU_LEFT nothing");
        assertThat(told().get(1).text()).doesNotContain("calendar");
        organizer.post("/calendar/attachments", "on", "true");
        given.signUp(vera, stage);
        assertThat(steps()).endsWith("YOU_ARE_IN REQUEST 0");
    }
}
