package org.manyhands.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manyhands.Given;
import org.manyhands.GivenTalks;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SignedInAs;
import org.manyhands.SqlCount;
import org.manyhands.account.AccountId;
import org.manyhands.account.Token;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.role.Role;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Shifts in people's own calendar programs, by address or by file. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class FeedsTests {

    @Autowired
    private Given given;

    @Autowired
    private GivenTalks givenTalks;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private AccountId account;
    private VolunteerId vera;
    private Organizer organizer;
    private Role role;
    private Place hall;
    private Shift desk;

    @BeforeEach
    void open() {
        conference = given.conference();
        account = given.account("vera-" + UUID.randomUUID() + "@example.org");
        vera = given.volunteer(conference, account, Profile.named("Vera"));
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        role = given.role(conference, "Registration desk");
        hall = given.place(conference, "Hall");
        desk = shift("08:00", "10:00", role);
        jdbc.sql("update role set arrive_early_minutes = 15, expected_by = 'Noor, at the desk' where role_id = ?")
                .param(role.id().roleId())
                .update();
        jdbc.sql("update place set directions = 'Up the stairs; then left' where place_id = ?")
                .param(hall.id().placeId())
                .update();
    }

    private Shift shift(String from, String to, Role role) {
        return given.shift(conference, given.timeslot(conference, from, to), role, hall, Need.of(3));
    }

    private MvcTestResult post(String page, String... fields) {
        var request = mvc.post()
                .uri("/" + conference.slug() + "/me/calendar" + page)
                .with(SignedInAs.account(account))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String page) {
        return mvc.get()
                .uri("/" + conference.slug() + "/me" + page)
                .with(SignedInAs.account(account))
                .exchange();
    }

    private static String made(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
        var made = String.valueOf(answer.getMvcResult().getFlashMap().get("made"));
        assertThat(made).matches("/calendar/[A-Za-z0-9_-]{27}\\.ics");
        return made;
    }

    private String text(String address) {
        return text(mvc.get().uri(address).exchange());
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> summaries(Parsed calendar) {
        return calendar.events().stream()
                .map(event -> Parsed.of(event, "SUMMARY"))
                .toList();
    }

    @Test
    void haveAnAddressThatIsShownOnceAndKeptAsItsHash() {
        assertThat(get("/calendar")).bodyText().contains("There is no address yet", "Make my address");
        var answer = post("");
        var address = made(answer);
        var token = address.substring("/calendar/".length(), address.length() - ".ics".length());
        assertThat(jdbc.sql("select token_hash from calendar_feed where volunteer_id = ?")
                        .param(vera.volunteerId())
                        .query(byte[].class)
                        .single())
                .isEqualTo(new Token(token).hash());
        assertThat(mvc.get()
                        .uri("/" + conference.slug() + "/me/calendar")
                        .with(SignedInAs.account(account))
                        .cookie(answer.getResponse().getCookies()))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"webcal://localhost:8080" + address);
        assertThat(get("/calendar"))
                .bodyText()
                .contains("New address", "Switch it off")
                .doesNotContain(token);
        assertThat(Organizer.audited(jdbc, vera.volunteerId()))
                .anySatisfy(line -> assertThat(line).startsWith("calendar-feed.linked"))
                .allSatisfy(line -> assertThat(line).doesNotContain(token));
    }

    @Test
    void openNothingAnyMoreOnceRenewedOrSwitchedOff() {
        var first = made(post(""));
        assertThat(mvc.get().uri(first)).hasStatusOk();
        var second = made(post(""));
        assertThat(mvc.get().uri(first)).hasStatus(404);
        assertThat(mvc.get().uri(second)).hasStatusOk();
        post("/end");
        assertThat(mvc.get().uri(second)).hasStatus(404);
        assertThat(mvc.get().uri("/calendar/" + Token.random().text() + ".ics")).hasStatus(404);
    }

    @Test
    void haveOnesOwnShiftsOnlyWithAllOneNeedsToKnow() {
        var other = given.volunteer(conference, "Other Person");
        given.signUp(vera, desk);
        given.signUp(other, desk, shift("12:00", "13:00", given.role(conference, "Emcee")));
        var calendar = Parsed.read(text(made(post(""))));
        assertThat(calendar.method()).isEqualTo("PUBLISH");
        assertThat(calendar.start()).isEqualTo(desk.during().start());
        assertThat(calendar.of("SUMMARY")).isEqualTo("Registration desk, " + conference.name());
        assertThat(calendar.of("LOCATION")).isEqualTo("Hall");
        assertThat(calendar.of("DESCRIPTION"))
                .contains(
                        "Be there at 7:45",
                        "Who expects you: Noor, at the desk",
                        "How to get there: Up the stairs; then left",
                        "Whom to ask: Priya Raman, volunteers@conference.example, +1 919 555 0100",
                        "http://localhost:8080/" + conference.slug() + "/shifts/"
                                + desk.id().shiftId());
        assertThat(calendar.text()).doesNotContain("Other", "Emcee", "ATTENDEE").contains("TRIGGER:-PT15M");
    }

    @Test
    void areTheSameBytesUntilSomethingChanges() {
        given.signUp(vera, desk);
        var address = made(post(""));
        var before = text(address);
        assertThat(text(address)).isEqualTo(before);
        given.withdraw(vera, desk);
        assertThat(Parsed.read(text(address)).events()).isEmpty();
    }

    @Test
    void haveStarredTalksWhereThatIsWanted() {
        given.signUp(vera, desk);
        givenTalks.star(vera, givenTalks.talk(conference, "Keynote; with, signs", "11:00", "12:00", hall));
        var address = made(post(""));
        assertThat(summaries(Parsed.read(text(address)))).hasSize(1);
        post("/talks", "talks", "true");
        assertThat(summaries(Parsed.read(text(address)))).contains("Keynote; with, signs");
        post("/talks");
        assertThat(summaries(Parsed.read(text(address)))).hasSize(1);
    }

    @Test
    void keepTheirAddressToThemselves(CapturedOutput log) {
        var address = made(post(""));
        var answer = mvc.get().uri(address).exchange();
        assertThat(answer)
                .hasHeader("X-Robots-Tag", "noindex, nofollow")
                .hasHeader("Cache-Control", "private, no-store")
                .doesNotContainHeader("Set-Cookie")
                .hasContentType("text/calendar;charset=UTF-8");
        assertThat(answer.getRequest().getSession(false)).isNull();
        post("/end");
        mvc.get().uri(address).exchange();
        assertThat(log.getAll()).doesNotContain(address.substring("/calendar/".length()));
    }

    @Test
    void takeTheSameStatementsForManyShifts() {
        given.signUp(vera, desk);
        var address = made(post(""));
        var team = made(organizer.post("/calendar", "of", "PLACE." + hall.id().placeId()));
        var few = SqlCount.of(() -> text(address)).size()
                + SqlCount.of(() -> text(team)).size();
        for (var hour = 11; hour < 21; hour++) {
            given.signUp(vera, shift(hour + ":00", hour + ":50", role));
        }
        assertThat(summaries(Parsed.read(text(address)))).hasSize(11);
        assertThat(SqlCount.of(() -> text(address)).size()
                        + SqlCount.of(() -> text(team)).size())
                .isEqualTo(few)
                .isLessThanOrEqualTo(10);
    }

    @Test
    void comeAsAFileOfOneShiftOfOnesOwn() {
        given.signUp(vera, desk);
        var file = Parsed.read(text(get("/shifts/" + desk.id().shiftId() + ".ics")));
        assertThat(file.method()).isEqualTo("PUBLISH");
        assertThat(file.end()).isEqualTo(desk.during().end());
        assertThat(get("")).bodyText().contains("/me/shifts/" + desk.id().shiftId() + ".ics");
        var others = shift("12:00", "13:00", role);
        given.signUp(given.volunteer(conference), others);
        assertThat(get("/shifts/" + others.id().shiftId() + ".ics")).hasStatus(404);
        var elsewhere = given.conference();
        given.volunteer(elsewhere, account, Profile.named("Vera"));
        assertThat(mvc.get()
                        .uri("/" + elsewhere.slug() + "/me/shifts/" + desk.id().shiftId() + ".ics")
                        .with(SignedInAs.account(account)))
                .hasStatus(404);
    }

    @Test
    void showOrganizersTheShiftsOfARoleOrAPlaceWithoutNames() {
        given.signUp(vera, desk);
        given.shift(conference, "12:00", "13:00", Need.of(1));
        var ofRole = Parsed.read(
                text(made(organizer.post("/calendar", "of", "ROLE." + role.id().roleId()))));
        assertThat(summaries(ofRole)).containsExactly("Registration desk (1 of 3)");
        assertThat(ofRole.text()).doesNotContain("Vera");
        var ofPlace =
                made(organizer.post("/calendar", "of", "PLACE." + hall.id().placeId()));
        assertThat(summaries(Parsed.read(text(ofPlace)))).containsExactly("Registration desk (1 of 3)");
        assertThat(organizer.get("/calendar")).bodyText().contains("Registration desk", "Hall", "End it");
        var id = id(hall);
        assertThat(organizer.post("/calendar/" + id + "/end")).hasStatus(303);
        assertThat(mvc.get().uri(ofPlace)).hasStatus(404);
    }

    private String id(Place place) {
        return jdbc.sql("select calendar_feed_id from calendar_feed where place_id = ?")
                .param(place.id().placeId())
                .query(String.class)
                .single();
    }

    @Test
    void areMadeAndEndedByTheirOwnConferenceOnly() {
        organizer.post("/calendar", "of", "PLACE." + hall.id().placeId());
        var elsewhere = given.conference();
        var stranger = new Organizer(mvc, given.organizer(elsewhere), elsewhere);
        assertThat(stranger.post("/calendar/" + id(hall) + "/renew")).hasStatus(404);
        assertThat(stranger.post("/calendar/" + id(hall) + "/end")).hasStatus(404);
        assertThat(stranger.post("/calendar", "of", "ROLE." + role.id().roleId()))
                .hasStatus(404);
        assertThat(organizer.post("/calendar", "of", "VOLUNTEER." + vera.volunteerId()))
                .hasStatus(404);
        assertThat(organizer.post("/calendar", "of", "nonsense")).hasStatus(404);
    }

    @Test
    void showARoleLeadTheirOwnRolesOnly() {
        var emcee = given.role(conference, "Emcee");
        organizer.post("/calendar", "of", "PLACE." + hall.id().placeId());
        var lead = given.account("lead-" + UUID.randomUUID() + "@team.example");
        jdbc.sql(
                        "insert into team_member (conference_id, account_id, held_right, since) values (?, ?, 'ROLE_LEAD', now())")
                .params(conference.id().conferenceId(), lead.accountId())
                .update();
        jdbc.sql("insert into role_lead (conference_id, account_id, role_id) values (?, ?, ?)")
                .params(
                        conference.id().conferenceId(),
                        lead.accountId(),
                        role.id().roleId())
                .update();
        var leads = new Organizer(mvc, lead, conference);
        assertThat(leads.get("/calendar"))
                .bodyText()
                .contains("Registration desk")
                .doesNotContain("Emcee", "Hall", "Mails bring");
        made(leads.post("/calendar", "of", "ROLE." + role.id().roleId()));
        assertThat(leads.post("/calendar", "of", "ROLE." + emcee.id().roleId())).hasStatus(404);
        assertThat(leads.post("/calendar", "of", "PLACE." + hall.id().placeId()))
                .hasStatus(404);
        assertThat(leads.post("/calendar/" + id(hall) + "/end")).hasStatus(404);
        assertThat(leads.post("/calendar/attachments", "on", "true")).hasStatus(404);
    }
}
