package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Contact;
import org.manyhands.conference.Places;
import org.manyhands.role.Roles;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.shift.Timeslot;
import org.manyhands.shift.Timeslots;
import org.manyhands.signup.Leaving;
import org.manyhands.signup.SignupService;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the mails about taking and leaving a shift say. */
@IntegrationTest
class SignupMailWordsTests {

    @Autowired
    private Given given;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Roles roles;

    @Autowired
    private Places places;

    @Autowired
    private Timeslots timeslots;

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private AccountId account;
    private Mails mails;

    @BeforeEach
    void open() {
        var email = "vera-" + UUID.randomUUID() + "@example.org";
        conference = given.conference();
        account = given.account(email);
        mails = new Mails(jdbc, email);
    }

    @Test
    void sayWhatWhereWhenWhomAndHowToLeave() {
        var desk = deskWithEverything();
        given.signUp(register("Vera Blum"), desk);

        var mail = mails.only();
        assertThat(mail.subject())
                .isEqualTo("You're in: Registration desk, " + date(conference.firstDay()) + ", 8:00 – 10:00");
        assertThat(mail.replyTo()).isEqualTo("volunteers@conference.example");
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("Vera Blum", "Registration desk", "Foyer", "Through the doors, then left.")
                        .contains("8:00 – 10:00 (Durham, E", "Be there at", "7:45", "Ask for Noor", "Bring a pen.")
                        .contains("Priya Raman", "volunteers@conference.example", "+1 919 555 0100")
                        .contains("Withdraw", address("/me"))
                        .contains(
                                "How it is done", address("/shifts/" + desk.id().shiftId())));
        assertThat(mail.htmlBody())
                .contains("href=\"mailto:volunteers@conference.example\"", "href=\"tel:+19195550100\"");
    }

    @Test
    void leaveOutWhatThereIsNot() {
        conference.answerTo(
                new Contact("Priya Raman", "volunteers@conference.example", null), "https://conference.example", null);
        conference = given.save(conference);
        given.signUp(register("Vera Blum"), given.shift(conference, "08:00", "10:00", Need.of(1)));

        var mail = mails.only();
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("Once it has begun, write instead.")
                        .doesNotContain(
                                "Be there at", "Who expects you", "Note", "How it is done", "Call", "tel:", "null"));
        assertThat(mail.textBody()).doesNotContain("\n\n\n");
    }

    @Test
    void sayFromWhenOnToFindSomebodyForAShiftThatMoved() {
        var role = given.role(conference, "Registration desk");
        role.leaveBy(48);
        var desk = given.shift(
                conference,
                given.timeslot(conference, "08:00", "10:00"),
                roles.saveAndFlush(role),
                given.place(conference, "Foyer"),
                Need.of(1));
        given.signUp(register("Vera Blum"), desk);
        new Organizer(mvc, given.organizer(conference), conference)
                .post(
                        "/timeslots/" + desk.timeslotId().timeslotId(),
                        "day",
                        conference.firstDay().toString(),
                        "from",
                        "09:00",
                        "to",
                        "11:00",
                        "version",
                        "0",
                        "people",
                        "move");

        var twoDaysBefore = date(conference.firstDay().minusDays(2));
        var mail = mails.all().getLast();
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("you moved with it", "9:00 – 11:00 (Durham, E", "press Withdraw")
                        .contains("From " + twoDaysBefore + ", 9:00 on, press Find someone instead")
                        .contains("Priya Raman", "+1 919 555 0100")
                        .doesNotContain("Leave the line"));
        assertThat(mail.textBody()).doesNotContain("\n\n\n");
    }

    @Test
    void sayWhatWasLeftAndWhatElseIsOpen() {
        var desk = deskWithEverything();
        var vera = register("Vera Blum");
        given.signUp(vera, desk);
        leaving.leave(vera, List.of(desk.id()));

        var mail = mails.all().getLast();
        assertThat(mail.subject()).startsWith("You left: Registration desk, " + date(conference.firstDay()));
        assertThat(mail.replyTo()).isEqualTo("volunteers@conference.example");
        assertThat(mail.bodies())
                .allSatisfy(body -> assertThat(body)
                        .contains("Vera Blum", "Registration desk", "8:00 – 10:00 (Durham, E", "Foyer", "Priya Raman")
                        .contains(
                                address("/shifts?open=true"),
                                address("/shifts/" + desk.id().shiftId())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>Vera</b> & 'Co'", "${7*7}", "[[${7*7}]]", "[(${7*7})]", "__${7*7}__", "*{7*7}"})
    void takeNamesAsTheyWereTyped(String name) {
        var vera = register(name);
        var shift = shift(name, 0, given.range(conference, "08:00", "10:00"));
        given.signUp(vera, shift);
        leaving.leave(vera, List.of(shift.id()));

        assertThat(mails.all()).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).contains(": " + name + ", ");
            assertThat(mail.textBody()).contains("Hello " + name + ",", "What: " + name);
            assertThat(mail.htmlBody()).contains("Hello " + escaped(name) + ",").doesNotContain("<b>");
        });
    }

    @Test
    void keepLineBreaksOutOfTheSubject() {
        var name = "Desk\r\nBcc: everybody@example.org";
        given.signUp(register(name), shift(name, 0, given.range(conference, "08:00", "10:00")));

        assertThat(mails.only().subject()).startsWith("You're in: Desk Bcc: everybody@example.org, ");
    }

    @Test
    void sayOnWhichDayANightShiftEnds() {
        given.signUp(register("Vera Blum"), shift("Night watch", 0, hours(LocalTime.of(22, 0), 4)));

        var nextDay = weekday(conference.firstDay().plusDays(1));
        assertThat(mails.only().bodies()).allSatisfy(body -> assertThat(body).contains("22:00 – 2:00 " + nextDay));
    }

    @Test
    void sayOnWhichDayToArriveWhereItIsTheDayBefore() {
        given.signUp(register("Vera Blum"), shift("Night watch", 15, hours(LocalTime.MIDNIGHT, 2)));

        var dayBefore = date(conference.firstDay().minusDays(1));
        assertThat(mails.only().bodies()).allSatisfy(body -> assertThat(body).contains(dayBefore + ", 23:45"));
    }

    private VolunteerId register(String name) {
        return given.volunteer(conference, account, Profile.named(name));
    }

    private Shift deskWithEverything() {
        var shift = shift("Registration desk", 15, given.range(conference, "08:00", "10:00"));
        shift.note("Bring a pen.");
        return given.save(shift);
    }

    private Shift shift(String name, int arriveEarly, TimeRange during) {
        var number = Given.number();
        var role = given.role(conference, "Role " + number);
        role.describe(role.slug(), name, "Help", role.setting(), List.of());
        if (arriveEarly > 0) {
            role.meet(arriveEarly, "Ask for Noor");
            role.explain("# Smile");
        }
        var place = given.place(conference, "Place " + number);
        place.describe(place.slug(), "Foyer", arriveEarly > 0 ? "Through the doors, then left." : "");
        var slot = timeslots.saveAndFlush(new Timeslot(conference.id(), "", during));
        return given.shift(conference, slot, roles.saveAndFlush(role), places.saveAndFlush(place), Need.of(1));
    }

    private TimeRange hours(LocalTime from, int hours) {
        var start = conference.firstDay().atTime(from).atZone(conference.zone()).toInstant();
        return new TimeRange(start, start.plus(Duration.ofHours(hours)));
    }

    private String address(String path) {
        return baseUrl.of("/" + conference.slug() + path);
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH).format(day);
    }

    private static String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH).format(day);
    }

    private static String escaped(String typed) {
        return typed.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;");
    }
}
