package org.manyhands.announcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SignedInAs;
import org.manyhands.SqlCount;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.role.Role;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.PeopleMerged;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Organizers write to many at once: to those who are meant, once, and with a copy on the page of each. */
@IntegrationTest
class AnnouncementsTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    private Conference conference;
    private Organizer organizer;
    private Role desk;
    private Shift shift;
    private Shift onTheSecondDay;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        desk = given.role(conference, "Registration desk");
        var lobby = given.place(conference, "Lobby");
        shift = given.shift(conference, given.timeslot(conference, "08:00", "10:00"), desk, lobby, Need.of(5));
        onTheSecondDay = given.shift(
                conference,
                given.timeslot(conference, 1, "08:00", "10:00"),
                given.role(conference, "Emcee"),
                lobby,
                Need.of(5));
    }

    private record Person(VolunteerId id, AccountId account, String email) {}

    private Person person(String name, Shift... on) {
        var email = name.toLowerCase() + "-" + Given.number() + "@volunteers.example";
        var account = given.account(email);
        var id = given.volunteer(conference, account, Profile.named(name));
        for (var each : on) {
            given.signUp(id, each);
        }
        return new Person(id, account, email);
    }

    private String draft(String to, String subject, String body) {
        var answer = organizer.post("/mail/announcements/new", "to", to, "subject", subject, "body", body);
        assertThat(answer).hasStatus(303);
        return "/mail/announcements/"
                + String.valueOf(answer.getResponse().getRedirectedUrl()).replaceAll(".*/", "");
    }

    private MvcTestResult send(String draft) {
        return organizer.post(draft + "/send", "version", organizer.hidden(draft, "version"));
    }

    /** Whoever got it by mail, as their names begin. */
    private List<String> mailed() {
        return jdbc.sql("""
                        select split_part(recipient, '-', 1) from mail
                        where conference_id = ? and kind = 'ANNOUNCEMENT' order by 1
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }

    private MvcTestResult news(Person reader) {
        return mvc.get()
                .uri("/" + conference.slug() + "/me/news")
                .with(SignedInAs.account(reader.account()))
                .exchange();
    }

    @Test
    void reachThoseWhoAreMeant() {
        person("Ida", shift);
        person("Jun", onTheSecondDay);
        person("Kim");
        given.volunteer(given.conference());
        var secondDay = conference.firstDay().plusDays(1);
        for (var to : List.of(
                "everybody",
                "idle",
                "role:" + desk.id().roleId(),
                "day:" + secondDay,
                "shift:" + shift.id().shiftId())) {
            send(draft(to, "To " + to.replaceAll(":.*", ""), "Hello"));
        }
        assertThat(jdbc.sql("""
                        select subject || ' ' || split_part(recipient, '-', 1) from mail
                        where conference_id = ? and kind = 'ANNOUNCEMENT' order by 1
                        """)
                        .param(conference.id().conferenceId())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "To day jun",
                        "To everybody ida",
                        "To everybody jun",
                        "To everybody kim",
                        "To idle kim",
                        "To role ida",
                        "To shift ida");
    }

    @Test
    void meanNobodyOfAnotherConference() {
        var other = given.conference();
        var theirs = given.role(other, "Theirs");
        for (var to : List.of(
                "role:" + theirs.id().roleId(), "shift:" + UUID.randomUUID(), "day:1999-01-01", "role:", "", "x")) {
            assertThat(organizer.post("/mail/announcements/new", "to", to, "subject", "Kept", "body", "Kept, too"))
                    .as(to)
                    .hasStatusOk()
                    .bodyText()
                    .contains("Choose to whom", "Kept, too");
        }
        var draft = draft("everybody", "Ours", "Hello");
        var stranger = new Organizer(mvc, given.organizer(other), other);
        assertThat(stranger.get(draft)).hasStatus(404);
        assertThat(stranger.post(draft + "/send", "version", "0")).hasStatus(404);
        assertThat(stranger.post(draft + "/test")).hasStatus(404);
        assertThat(stranger.post(draft + "/delete")).hasStatus(404);
        assertThat(stranger.post(draft + "/edit", "to", "everybody", "subject", "x", "body", "y", "version", "0"))
                .hasStatus(404);
    }

    @Test
    void areSeenWithTheirNumberBeforeTheyAreSent() {
        person("Ida", shift);
        var jun = person("Jun", shift);
        wantsNoNews(jun);
        var draft = draft("role:" + desk.id().roleId(), "Doors", "At eight.\n\nBy the side.");
        assertThat(organizer.get(draft))
                .bodyText()
                .contains("Whoever has a shift of Registration desk", "Send to 2 people", "who want no such mails")
                .contains("At eight.", "By the side.");
        assertThat(mailed()).isEmpty();
        assertThat(organizer.follow(organizer.post(draft + "/test"))).bodyText().contains("It is on its way to");
        assertThat(mailed()).hasSize(1).doesNotContain("ida", "jun");
        assertThat(send(draft)).hasStatus(303);
        assertThat(organizer.get(draft))
                .hasHeader("Refresh", "5")
                .bodyText()
                .contains("1 on the way, 1 on their page only")
                .doesNotContain("Send to");
        assertThat(mailed()).hasSize(2).contains("ida").doesNotContain("jun");
        assertThat(news(jun)).bodyText().contains("Doors", "By the side.");
    }

    private void wantsNoNews(Person person) {
        jdbc.sql("insert into mail_refusal (volunteer_id, stream) values (?, 'ANNOUNCEMENTS')")
                .param(person.id().volunteerId())
                .update();
    }

    @Test
    void areSentOnceHoweverOftenIsPressed() {
        person("Ida");
        person("Jun");
        var draft = draft("everybody", "Doors", "At eight.");
        var version = organizer.hidden(draft, "version");
        Runnable press = () ->
                assertThat(organizer.post(draft + "/send", "version", version)).hasStatus(303);
        AtOnce.run(press, press, press, press);
        assertThat(organizer.post(draft + "/send", "version", version)).hasStatus(303);
        assertThat(mailed()).containsExactly("ida", "jun");
    }

    @Test
    void areSentAsSomebodyLookedAtThem() {
        person("Ida");
        var draft = draft("everybody", "Doors", "At eight.");
        organizer.post(draft + "/edit", "to", "everybody", "subject", "Doors", "body", "At nine.", "version", "0");
        assertThat(organizer.post(draft + "/send", "version", "0"))
                .hasStatus(409)
                .bodyText()
                .contains("somebody else changed it meanwhile", "At nine.");
        assertThat(organizer.post(
                        draft + "/edit", "to", "everybody", "subject", "Doors", "body", "At ten.", "version", "0"))
                .hasStatus(409)
                .bodyText()
                .contains("At nine.", "At ten.");
        assertThat(mailed()).isEmpty();
    }

    @Test
    void stayAsTheyWentOut() {
        person("Ida");
        var draft = draft("everybody", "Doors", "At eight.");
        send(draft);
        assertThat(organizer.post(
                        draft + "/edit", "to", "everybody", "subject", "Doors", "body", "At ten.", "version", "0"))
                .bodyText()
                .contains("It was sent meanwhile", "At ten.");
        assertThat(organizer.follow(organizer.post(draft + "/delete")))
                .bodyText()
                .contains("stays as it went out");
        var id = UUID.fromString(draft.replaceAll(".*/", ""));
        assertThatThrownBy(() -> jdbc.sql("update announcement set body = 'x' where announcement_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from announcement where announcement_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(Organizer.audited(jdbc, id)).hasSize(2);
        assertThat(organizer.get("/audit")).bodyText().contains("Sent an announcement");
    }

    @Test
    void areDeletedAsDrafts() {
        var draft = draft("everybody", "Doors", "At eight.");
        assertThat(organizer.follow(organizer.post(draft + "/delete")))
                .bodyText()
                .contains("The draft is deleted");
        assertThat(organizer.get(draft)).hasStatus(404);
    }

    @Test
    void goToNobodyWhereNobodyIsThere() {
        var draft = draft("shift:" + shift.id().shiftId(), "Doors", "At eight.");
        assertThat(organizer.follow(organizer.post(draft + "/send", "version", "0")))
                .bodyText()
                .contains("there is nobody to send it to");
        jdbc.sql("delete from shift where shift_id = ?")
                .param(shift.id().shiftId())
                .update();
        assertThat(organizer.follow(organizer.post(draft + "/send", "version", "0")))
                .bodyText()
                .contains("what it was for is gone");
        assertThat(organizer.get(draft + "/edit")).hasStatusOk();
    }

    @Test
    void areWordsOnlyAndEndedWithOnePress() {
        var ida = person("Ida");
        send(draft(
                "everybody",
                "A <b>bold</b> one",
                "See <script>alert(1)</script> at https://evil.example\n\n${7*7} {volunteer}"));
        var mail = jdbc.sql(
                        "select text_body, html_body, unsubscribe from mail where recipient = ? and kind = 'ANNOUNCEMENT'")
                .param(ida.email())
                .query()
                .singleRow();
        assertThat((String) mail.get("html_body"))
                .contains("&lt;script&gt;", "${7*7} {volunteer}", String.valueOf(mail.get("unsubscribe")))
                .doesNotContain("<script>", "https://evil.example", "stand-in");
        assertThat((String) mail.get("text_body"))
                .contains(
                        "<script>alert(1)</script>",
                        "\n\n${7*7}",
                        "No more mails like this: " + mail.get("unsubscribe"))
                .doesNotContain("https://evil.example");
        assertThat(news(ida)).bodyText().contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(mvc.post().uri(String.valueOf(mail.get("unsubscribe")).replaceAll("^https?://[^/]+", "")))
                .hasStatus2xxSuccessful();
        send(draft("everybody", "Another", "Hello"));
        assertThat(mailed()).containsExactly("ida");
        assertThat(news(ida)).bodyText().containsSubsequence("Another", "A &lt;b&gt;bold");
    }

    @Test
    void areReadByThoseTheyWentToOnly() {
        var ida = person("Ida", shift);
        var jun = person("Jun");
        send(draft("shift:" + shift.id().shiftId(), "Doors", "At eight."));
        assertThat(news(ida)).bodyText().contains("Doors");
        assertThat(news(jun)).bodyText().contains("Nothing yet").doesNotContain("Doors");
        events.publishEvent(new PeopleMerged(ida.id(), jun.id()));
        assertThat(news(jun)).bodyText().contains("Doors");
    }

    @Test
    void begunBesideAShiftAreForItsPeople() {
        person("Ida", shift);
        assertThat(organizer.get(
                        "/mail/announcements/new?to=shift:" + shift.id().shiftId()))
                .bodyText()
                .containsPattern("<option value=\"shift:" + shift.id().shiftId()
                        + "\" selected=\"selected\">Whoever has this shift");
        assertThat(organizer.get("/shifts/" + shift.id().shiftId() + "/people"))
                .bodyText()
                .contains("/mail/announcements/new?to=shift:" + shift.id().shiftId());
    }

    @Test
    void takeAsManyStatementsForManyAsForFew() {
        person("Ida", shift);
        var few = SqlCount.of(() -> send(draft("everybody", "Few", "Hello")));
        for (int i = 0; i < 30; i++) {
            person("Many" + i);
        }
        assertThat(SqlCount.of(() -> send(draft("everybody", "Many", "Hello")))).hasSameSizeAs(few);
        assertThat(SqlCount.of(() -> organizer.get("/mail/announcements"))).hasSizeLessThanOrEqualTo(10);
        assertThat(mailed()).hasSize(32);
    }
}
