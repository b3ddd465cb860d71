package org.manyhands.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.account.AccountId;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.Conference;
import org.manyhands.conference.PlaceEditing;
import org.manyhands.shared.Ids;
import org.manyhands.shift.Need;
import org.manyhands.volunteer.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What organizers read of who changed what. */
@IntegrationTest
class AuditTests {

    private static final int MOST_STATEMENTS = 10;

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private PlaceEditing places;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Conference conference;
    private AccountId account;
    private Organizer organizer;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        account = given.organizer(conference);
        organizer = new Organizer(mvc, account, conference);
    }

    /** The page from its heading on, without marks between the words. */
    private String read(String query) {
        var answer = organizer.get("/audit" + query);
        assertThat(answer).hasStatusOk();
        var page = text(answer.getResponse());
        return page.substring(page.indexOf("</form>", page.indexOf("<main")), page.indexOf("</main>"))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String action, String kind, UUID subject, Map<String, ?> detail) {
        transaction.executeWithoutResult(
                status -> audit.record(action, kind, subject, conference.id().conferenceId(), detail));
    }

    private String addressOf(AccountId account) {
        return jdbc.sql("select email from account where account_id = ?")
                .param(account.accountId())
                .query(String.class)
                .single();
    }

    @Test
    void tellsWhoDidWhatAndHowItWasBefore() {
        var place = given.place(conference, "Lobby").id().placeId();
        organizer.post("/places/" + place, "name", "Foyer", "slug", "lobby", "directions", "Upstairs", "version", "0");
        assertThat(read(""))
                .contains(addressOf(account))
                .contains("Changed the place Foyer")
                .contains("Name Lobby Foyer")
                .contains("How to find it – Upstairs")
                .doesNotContain("Version", "Name in addresses");
        assertThat(organizer.get("/audit")).bodyText().contains("/organize/places/" + place + "\"");
    }

    @Test
    void saysThatNoChangeIsLikeThat() {
        assertThat(read("?q=nobody")).contains("No change is like that.");
    }

    @Test
    void namesTheShiftAndTheVolunteerOfASignup() {
        var shift = given.shift(
                conference,
                given.timeslot(conference, "08:00", "10:00"),
                given.role(conference, "Registration desk"),
                given.place(conference, "Lobby"),
                Need.of(1));
        var vera = given.volunteer(conference, "Vera Vogel");
        given.signUp(vera, shift);
        assertThat(read("")).contains("The system", "Vera Vogel is on Registration desk,", "8:00 – 10:00, Lobby");
        assertThat(read("")).contains("Before: not on it → After: has it");
        given.withdraw(vera, shift);
        assertThat(read("")).contains("Vera Vogel left Registration desk,", "Before: has it → After: left it");
    }

    @Test
    void stillNamesWhatIsGone() {
        var timeslot = given.timeslot(conference, "08:00", "10:00");
        var role = given.role(conference, "Registration desk");
        var place = given.place(conference, "Lobby");
        var shift = given.shift(conference, timeslot, role, place, Need.of(1));
        var page = "/shifts/" + shift.id().shiftId();
        organizer.post(page + "/draft");
        organizer.post(page + "/delete");
        assertThat(read(""))
                .contains("Made the shift Registration desk,", "a draft again", "Published yes no")
                .contains("Deleted the shift Registration desk,", "8:00 – 10:00, Lobby", "As it was");
        assertThat(organizer.get("/audit")).bodyText().doesNotContain("/organize" + page);
    }

    @Test
    void tellsNothingOfAnotherConference() {
        var other = given.conference();
        var theo = given.volunteer(other, "Theo Theirs");
        var theirs = given.role(other, "Emcee").id().roleId();
        write("shift.changed", "shift", UUID.randomUUID(), Map.of("before", Map.of("role", theirs), "after", Map.of()));
        write("volunteer.described", "volunteer", theo.volunteerId(), Map.of());
        assertThat(read(""))
                .contains("something that is gone changed what they say of themselves")
                .doesNotContain("Theo", "Emcee");
        assertThat(read("?q=Theo")).contains("No change is like that.");
        var registered = jdbc.sql("select audit_event_id from audit_event where subject_id = ? and conference_id = ?")
                .params(theo.volunteerId(), other.id().conferenceId())
                .query(UUID.class)
                .single();
        assertThat(organizer.get("/audit?before=" + registered)).hasStatus(404);
        assertThat(organizer.get("/audit?before=nothing")).hasStatus(404);
    }

    @Test
    void namesNobodyByTheirIdAlone() {
        var stranger = given.organizer(given.conference());
        assertThat(organizer.get("/audit?who=" + stranger.accountId()))
                .bodyText()
                .contains("Somebody else")
                .doesNotContain(addressOf(stranger));
    }

    @Test
    void findsByNamesAndByWhatWasWrittenDown() {
        var desk = given.role(conference, "Registration desk");
        var stage = given.role(conference, "Stage");
        var lobby = given.place(conference, "Lobby");
        var hall = given.place(conference, "Great hall");
        var timeslot = given.timeslot(conference, "08:00", "10:00");
        given.signUp(
                given.volunteer(conference, "Vera Vogel"), given.shift(conference, timeslot, desk, lobby, Need.of(1)));
        given.signUp(
                given.volunteer(conference, "Oskar Ostwind"),
                given.shift(conference, timeslot, stage, hall, Need.of(1)));
        organizer.post("/places/new", "name", "Attic", "directions", "Mind the stairs");
        assertThat(read("?q=vogel"))
                .contains("Vera Vogel is on Registration desk")
                .doesNotContain("Oskar", "Attic");
        assertThat(read("?q=registration DESK")).contains("Vera Vogel is on").doesNotContain("Oskar", "Attic");
        assertThat(read("?q=great")).contains("Oskar Ostwind is on Stage").doesNotContain("Vera", "Attic");
        assertThat(read("?q=mind the")).contains("Added the place Attic").doesNotContain("Vera", "Oskar");
        assertThat(read("?q=" + addressOf(account))).contains("Attic").doesNotContain("Vera", "Oskar");
        assertThat(read("?q=%")).contains("No change is like that.");
    }

    @Test
    void narrowsByWhoWhatAndDay() {
        given.volunteer(conference, "Vera Vogel");
        organizer.post("/places/new", "name", "Attic");
        assertThat(read("?who=system")).contains("Vera Vogel registered").doesNotContain("Attic");
        assertThat(read("?who=" + account.accountId())).contains("Attic").doesNotContain("Vera");
        assertThat(read("?who=volunteers")).contains("No change is like that.");
        assertThat(read("?what=place")).contains("Attic").doesNotContain("Vera");
        assertThat(read("?what=role")).contains("No change is like that.");
        var today = LocalDate.ofInstant(clock.instant(), conference.zone());
        assertThat(read("?day=" + today)).contains("Attic", "Vera");
        assertThat(read("?day=" + today.minusDays(1))).contains("No change is like that.");
        assertThat(read("?day=never&what=nothing&who=nobody")).contains("Attic", "Vera");
    }

    @Test
    void tellsVolunteersFromTheTeam() {
        var vera = given.account("vera-" + Given.number() + "@volunteers.example");
        given.volunteer(conference, vera, Profile.named("Vera Vogel"));
        new Organizer(mvc, account, conference).post("/places/new", "name", "Attic");
        jdbc.sql("""
                insert into audit_event (audit_event_id, at, conference_id, account_id, action, subject_kind, detail)
                values (?, now(), ?, ?, 'volunteer.described', 'volunteer', '{}')
                """)
                .params(Ids.next(), conference.id().conferenceId(), vera.accountId())
                .update();
        assertThat(read("?who=volunteers")).contains("Vera Vogel").doesNotContain("Attic");
    }

    @Test
    void turnsPagesWithoutLosingOrRepeatingAny() {
        for (var i = 0; i < 2 * Changes.ON_A_PAGE + 10; i++) {
            write("place.added", "place", UUID.randomUUID(), Map.of("after", Map.of("name", "Room <" + i + ">")));
        }
        var told = new ArrayList<String>();
        var address = "/audit?what=place";
        for (var pages = 1; address != null; pages++) {
            assertThat(pages).isLessThanOrEqualTo(3);
            var page = text(organizer.get(address).getResponse());
            Pattern.compile("Added the place Room &lt;(\\d+)&gt;")
                    .matcher(page.replaceAll("<[^>]*>", ""))
                    .results()
                    .forEach(room -> told.add(room.group(1)));
            var older = Pattern.compile("href=\"[^\"]*(/audit\\?what=place&amp;before=[^\"]+)\"")
                    .matcher(page);
            address = older.find() ? older.group(1).replace("&amp;", "&") : null;
        }
        assertThat(told).hasSize(2 * Changes.ON_A_PAGE + 10).startsWith("109").endsWith("0");
        assertThat(new HashSet<>(told)).hasSameSizeAs(told);
    }

    @Test
    void takesFewStatementsHoweverManyChangesThereAre() {
        var few = statements(2);
        assertThat(few).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(statements(60)).isEqualTo(few);
    }

    private List<String> statements(int volunteers) {
        var there = given.conference();
        var shift = given.shift(there, "08:00", "10:00", Need.of(volunteers));
        given.volunteers(there, volunteers).forEach(each -> given.signUp(each, shift));
        var reader = new Organizer(mvc, given.organizer(there), there);
        return SqlCount.of(() -> assertThat(reader.get("/audit?q=o")).hasStatusOk());
    }

    @Test
    void showsNamesAsTheyAreTyped() {
        var name = "<b onclick='x'>Eve</b> {0} '' " + Given.number();
        given.volunteer(conference, name);
        organizer.post("/places/new", "name", "<i>Attic</i>");
        assertThat(organizer.get("/audit"))
                .bodyText()
                .contains("&lt;b onclick=&#39;x&#39;&gt;Eve&lt;/b&gt; {0} &#39;&#39;")
                .contains("&lt;i&gt;Attic&lt;/i&gt;")
                .doesNotContain("<b onclick", "<i>Attic");
    }

    @Test
    void showsNoHandbookInFullAndNothingThatWasSaidInConfidence() {
        var role = given.role(conference, "Desk").id().roleId();
        write(
                "role.changed",
                "role",
                role,
                Map.of("before", Map.of("handbook", "Be kind. ".repeat(500)), "after", Map.of("handbook", "None")));
        write("clearance.declined", "volunteer", UUID.randomUUID(), Map.of("word", "We know him too well"));
        write("signup.no-show", "signup", UUID.randomUUID(), Map.of("after", Map.of("note", "Was ill")));
        write(
                "schedule-source.changed",
                "schedule-source",
                conference.id().conferenceId(),
                Map.of("before", Map.of("Address", ""), "after", Map.of("Address", "https://x.example/a?token=hush")));
        assertThat(read(""))
                .contains("(4499 characters)", "20 characters, not shown here", "7 characters, not shown here")
                .contains("https://x.example/a?…")
                .doesNotContain("Be kind. ".repeat(30), "too well", "ill", "hush");
        assertThat(read("?q=too well")).contains("No change is like that.");
    }

    @Test
    void tellsAnActionThatHasNoSentence() {
        write("place.painted", "place", given.place(conference, "Lobby").id().placeId(), Map.of("colour", "blue"));
        assertThat(read("")).contains("place.painted: Lobby", "Colour blue");
    }

    @Test
    void isGoneWithAChangeThatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            places.addNamed(conference.id(), "Attic");
            status.setRollbackOnly();
        });
        assertThat(read("")).doesNotContain("Attic");
        transaction.executeWithoutResult(status -> places.addNamed(conference.id(), "Attic"));
        assertThat(read("")).contains("Added the place Attic");
    }

    @Test
    void takesTheChangeBackThatCannotBeWrittenDown() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            places.addNamed(conference.id(), "Attic");
            audit.record(
                    "x".repeat(61), "place", UUID.randomUUID(), conference.id().conferenceId(), Map.of());
        }));
        assertThat(organizer.get("/places")).bodyText().doesNotContain("Attic");
        assertThatThrownBy(() -> audit.record("place.added", "place", UUID.randomUUID(), null, Map.of()))
                .as("outside of the transaction that changes something")
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
