package org.manyhands.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedulefile.Canary;
import org.manyhands.schedulefile.ScheduleReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a file to the schedule, by way of a preview. */
@IntegrationTest
@RecordApplicationEvents
class ImportTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Canary canary;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PendingImports pending;

    @Autowired
    private ScheduleImport imports;

    private Conference conference;
    private Organizer organizer;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
    }

    @Test
    void showsWhatIsInAFileBeforeAnythingChanges() {
        assertThat(organizer.get("/schedule")).hasStatusOk().bodyText().contains("No schedule yet", "pretalx");
        bring(ScheduleCsv.of(conference)
                .talk("Keynote", "09:00", "10:00", "Hall")
                .row("2", "1 < 2 & so", "10:00", "11:00", "", "", "talk")
                .row("3", "Backwards", "15:00", "14:00", "Hall", "", "talk")
                .line("4,No time yet,,,,Hall,,talk"));
        assertThat(organizer.get("/import/preview"))
                .hasStatusOk()
                .bodyText()
                .contains("What this file would change", "CSV", "schedule.csv", "Use this schedule")
                .contains("One row could not be read", "row 5", "It has no time yet.")
                .contains("It ends before it starts", "It has no room.")
                .contains("1 &lt; 2 &amp; so")
                .doesNotContain("1 < 2");
        assertThat(talks()).isEmpty();
        assertThat(organizer.get("/schedule")).bodyText().contains("A file waits for your yes");
    }

    @Test
    void makesItTheSchedule(ApplicationEvents events) {
        bring(ScheduleCsv.of(conference)
                .talk("Keynote", "09:00", "10:00", "Hall")
                .row("2", "Lunch", "12:00", "13:00", "", "", "break"));
        assertThat(organizer.follow(use())).bodyText().contains("This is the schedule now: 2 new.");
        assertThat(organizer.get("/schedule"))
                .bodyText()
                .contains("The schedule has 2 entries", "Keynote", "9:00 – 10:00", "Hall", "Ada", "Keeps people busy ✓")
                .contains("Lunch", "Blocks nobody", "One room is none of your places");
        assertThat(audited()).singleElement().asString().contains("\"added\": 2", "\"by\": \"organizer\"");
        assertThat(events.stream(ScheduleChanged.class))
                .singleElement()
                .isEqualTo(new ScheduleChanged(conference.id(), List.of(), List.of()));
    }

    @Test
    void changesNothingTheSecondTime() {
        var file = ScheduleCsv.of(conference).talks(30);
        bring(file);
        use();
        bring(file);
        assertThat(organizer.get("/import/preview"))
                .hasStatusOk()
                .bodyText()
                .contains("This file changes nothing")
                .containsPattern("As before</dt>\\s*<dd>30</dd>");
        assertThat(organizer.follow(use())).bodyText().contains("nothing changed");
        assertThat(audited()).hasSize(1);
    }

    @Test
    void tellsWhatMovesChangesGoesAndComesBack(ApplicationEvents events) {
        bring(ScheduleCsv.of(conference)
                .talk("Stays", "09:00", "10:00", "Hall")
                .talk("Moves", "10:00", "11:00", "Hall")
                .talk("Goes", "11:00", "12:00", "Hall")
                .row("renamed", "Old name", "13:00", "14:00", "Hall", "Ada", "talk"));
        use();
        var goes = talk("Goes");
        bring(ScheduleCsv.of(conference)
                .talk("Stays", "09:00", "10:00", "Hall")
                .talk("Moves", "10:30", "11:30", "Attic")
                .row("renamed", "New name", "13:00", "14:00", "Hall", "Ada", "talk"));
        assertThat(organizer.get("/import/preview"))
                .bodyText()
                .contains("10:00 – 11:00", "10:30 – 11:30", "Attic", "Old name", "New name", "Goes");
        events.clear();
        use();
        assertThat(talks()).containsExactly("Moves", "New name", "Stays");
        assertThat(events.stream(ScheduleChanged.class)).singleElement().satisfies(told -> {
            assertThat(told.moved()).singleElement().satisfies(moved -> {
                assertThat(moved.title()).isEqualTo("Moves");
                assertThat(moved.before().rooms()).containsExactly("Hall");
                assertThat(moved.after().rooms()).containsExactly("Attic");
                assertThat(moved.after().start())
                        .isEqualTo(moved.before().start().plusSeconds(1800));
            });
        });
        assertThat(organizer.get("/schedule")).bodyText().contains("One more is gone");
        bring(ScheduleCsv.of(conference).talk("Goes", "11:00", "12:00", "Hall"));
        assertThat(organizer.get("/import/preview")).bodyText().contains("Back again", "More than half");
        use();
        assertThat(talks()).containsExactly("Goes");
        assertThat(talk("Goes")).isEqualTo(goes);
    }

    @Test
    void doesNotUndoWhatAnOrganizerSaid() {
        bring(ScheduleCsv.of(conference).talk("Keynote", "09:00", "10:00", "Hall"));
        use();
        var page = "/schedule/talks/" + talk("Keynote").talkId() + "/busy";
        assertThat(organizer.follow(organizer.post(page, "busy", "false")))
                .bodyText()
                .contains("can help all the same", "Let it keep people busy");
        bring(ScheduleCsv.of(conference).talk("Keynote", "09:30", "10:00", "Hall"));
        use();
        assertThat(organizer.get("/schedule")).bodyText().contains("9:30 – 10:00", "Let it keep people busy");
    }

    @Test
    void refusesAButtonBelowAPageThatIsNotTrueAnyMore() {
        bring(ScheduleCsv.of(conference).talk("First", "09:00", "10:00", "Hall"));
        var early = state();
        bring(ScheduleCsv.of(conference).talk("Second", "09:00", "10:00", "Hall"));
        assertThat(organizer.follow(organizer.post("/import/use", "state", early)))
                .bodyText()
                .contains("Nothing was changed yet", "Second");
        assertThat(talks()).isEmpty();
        var beforeAnother = state();
        jdbc.sql("update schedule set revision = revision + 1 where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        assertThat(organizer.follow(organizer.post("/import/use", "state", beforeAnother)))
                .bodyText()
                .contains("Nothing was changed yet");
        assertThat(organizer.follow(organizer.post("/import/use"))).bodyText().contains("Nothing was changed yet");
        assertThat(talks()).isEmpty();
        use();
        assertThat(talks()).containsExactly("Second");
        assertThat(organizer.follow(organizer.post("/import/use", "state", beforeAnother)))
                .bodyText()
                .contains("it was used, or another one was brought");
    }

    /** Between the look and the lock, which no form can hit on purpose. */
    @Test
    void looksAgainUnderTheLock() {
        var page = ConferencePage.of(conference);
        bring(ScheduleCsv.of(conference).talk("First", "09:00", "10:00", "Hall"));
        var shown = imports.preview(page).orElseThrow();
        jdbc.sql("update schedule set revision = revision + 1 where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        assertThat(imports.use(page, shown)).isEqualTo(ScheduleImport.Used.STALE);
        assertThat(talks()).isEmpty();
        use();
        bring(ScheduleCsv.of(conference).talk("First", "09:00", "10:00", "Hall"));
        var same = imports.preview(page).orElseThrow();
        bring(ScheduleCsv.of(conference).talk("Second", "09:00", "10:00", "Hall"));
        assertThat(imports.use(page, same)).isEqualTo(ScheduleImport.Used.AWAY);
        assertThat(organizer.get("/import/preview")).hasStatusOk().bodyText().contains("Second");
    }

    @Test
    void comparesAnewWhereTheConferencesDaysOrZoneChanged() {
        bring(ScheduleCsv.of(conference).talk("First", "09:00", "10:00", "Hall"));
        var before = state();
        jdbc.sql("update conference set zone = 'Europe/Brussels' where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        organizer.post("/import/use", "state", before);
        assertThat(talks()).isEmpty();
        assertThat(organizer.get("/import/preview")).bodyText().contains("Europe/Brussels");
    }

    @Test
    void isUsedOnceWhereTwoPressAtOnce() {
        for (var round = 0; round < 5; round++) {
            bring(ScheduleCsv.of(conference).talk("Talk " + round, "09:00", "10:00", "Hall"));
            var state = state();
            var answers = AtOnce.times(
                    4,
                    number -> organizer
                            .post("/import/use", "state", state)
                            .getResponse()
                            .getRedirectedUrl());
            assertThat(answers).containsOnly("/" + conference.slug() + "/organize/schedule");
            assertThat(audited()).hasSize(round + 1);
        }
    }

    @Test
    void canBeLeft() {
        bring(ScheduleCsv.of(conference).talk("First", "09:00", "10:00", "Hall"));
        var old = organizer.hidden("/import/preview", "file");
        bring(ScheduleCsv.of(conference).talk("Second", "09:00", "10:00", "Hall"));
        organizer.post("/import/drop", "file", old);
        assertThat(organizer.get("/import/preview")).hasStatusOk().bodyText().contains("Second");
        assertThat(organizer.follow(
                        organizer.post("/import/drop", "file", organizer.hidden("/import/preview", "file"))))
                .bodyText()
                .contains("The schedule stays as it is.");
        assertThat(organizer.follow(organizer.get("/import/preview")))
                .bodyText()
                .contains("There is no preview");
        assertThat(talks()).isEmpty();
    }

    @Test
    void tiesRoomsToPlacesOfTheSameName() {
        var hall = given.place(conference, "Main Hall");
        given.place(given.conference(), "Attic");
        bring(ScheduleCsv.of(conference)
                .talk("A", "09:00", "10:00", "main  hall")
                .talk("B", "09:00", "10:00", "Attic"));
        use();
        assertThat(jdbc.sql("select name from room where conference_id = ? and place_id = ?")
                        .param(conference.id().conferenceId())
                        .param(hall.id().placeId())
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(organizer.get("/schedule")).bodyText().contains("One room is none of your places");
    }

    @Test
    void saysWhyAFileIsNoSchedule() {
        assertThat(organizer.upload("/import", "x.csv", "hello".getBytes(StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", "We do not know this kind of file");
        assertThat(organizer.upload("/import", "x.csv", new byte[0]))
                .hasStatusOk()
                .bodyText()
                .contains("Choose a file, or type an address");
        assertThat(organizer.upload("/import", "x.csv", new byte[ScheduleReader.LARGEST + 1]))
                .bodyText()
                .contains("larger than 10 MB");
        assertThat(organizer.get("/import?tooLarge=true")).bodyText().contains("larger than 10 MB");
    }

    @Test
    void leadsFromAMuchTooLargeUploadToThePageThatSaysSo() {
        assertThat(organizer.upload("/import", "x.csv", new byte[0])).hasStatusOk();
        var answer = mvc.post()
                .uri("/" + conference.slug() + "/organize/import")
                .content(new byte[12 * 1024 * 1024])
                .exchange();
        assertThat(answer)
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/" + conference.slug() + "/organize/import?tooLarge=true");
    }

    @Test
    void fetchesAnAddressAndRemembersIt() {
        var path = "/" + conference.slug() + ".csv";
        var file = ScheduleCsv.of(conference)
                .talk("Keynote", "09:00", "10:00", "Hall")
                .bytes();
        canary.on(path, exchange -> Canary.answer(exchange, 200, file));
        assertThat(organizer.post("/import", "address", canary.address(path).replace("https:", "HTTPS:")))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/" + conference.slug() + "/organize/import/preview");
        assertThat(organizer.get("/import/preview")).bodyText().contains(path);
        use();
        assertThat(organizer.get("/schedule"))
                .bodyText()
                .contains(path, "Only when you ask for it", "An organizer used it: 1 new.");
    }

    @Test
    void goesNowhereThatIsNotPublicAndNotOftenerThanFiveTimesAnHour() {
        for (var address : List.of(
                "https://127.0.0.1/x",
                "https://169.254.169.254/latest",
                "https://[::1]/x",
                "http://example.org/x",
                "https://user@example.org/")) {
            assertThat(organizer.post("/import", "address", address))
                    .hasStatusOk()
                    .bodyText()
                    .contains("There is a problem", "aria-invalid=\"true\"", "value=\"" + address + "\"");
        }
        var path = "/gone-" + conference.slug();
        canary.on(path, exchange -> Canary.answer(exchange, 404, new byte[0]));
        for (var time = 0; time < FetchAllowance.AN_HOUR; time++) {
            assertThat(organizer.post("/import", "address", canary.address(path)))
                    .as("what was refused without a fetch took none of the five")
                    .hasStatusOk();
        }
        assertThat(organizer.post("/import", "address", canary.address(path)))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .containsHeader("Retry-After")
                .bodyText()
                .contains("5 times an hour", "upload the file");
        assertThat(organizer.upload(
                        "/import",
                        "x.csv",
                        ScheduleCsv.of(conference)
                                .talk("A", "09:00", "10:00", "Hall")
                                .bytes()))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void takesAsManyStatementsForAThousandAsForTen() {
        bring(ScheduleCsv.of(conference).talks(10));
        var few = SqlCount.of(this::use).size();
        bring(ScheduleCsv.of(conference).talks(1_000));
        assertThat(SqlCount.of(() -> organizer.get("/import/preview"))).hasSizeLessThanOrEqualTo(8);
        assertThat(SqlCount.of(this::use)).hasSizeLessThanOrEqualTo(few);
        assertThat(SqlCount.of(() -> organizer.get("/schedule"))).hasSizeLessThanOrEqualTo(10);
        assertThat(talks()).hasSize(1_000);
    }

    @Test
    void keepsNoPreviewLongerThanADay() {
        bring(ScheduleCsv.of(conference).talk("A", "09:00", "10:00", "Hall"));
        jdbc.sql("update pending_import set made_at = made_at - interval '25 hours' where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        pending.deleteOld();
        assertThat(organizer.get("/import/preview")).hasStatus(HttpStatus.SEE_OTHER);
    }

    private void bring(ScheduleCsv file) {
        assertThat(organizer.upload("/import", "schedule.csv", file.bytes()))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/" + conference.slug() + "/organize/import/preview");
    }

    private MvcTestResult use() {
        return organizer.post("/import/use", "state", state());
    }

    private String state() {
        return organizer.hidden("/import/preview", "state");
    }

    private List<String> talks() {
        return jdbc.sql("select title from talk where conference_id = ? and gone_at is null order by title")
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }

    private TalkId talk(String title) {
        return TalkId.of(jdbc.sql("select talk_id from talk where conference_id = ? and title = ?")
                .param(conference.id().conferenceId())
                .param(title)
                .query(String.class)
                .single());
    }

    private List<String> audited() {
        return Organizer.audited(jdbc, conference.id().conferenceId()).stream()
                .filter(event -> event.startsWith("schedule.imported"))
                .toList();
    }
}
