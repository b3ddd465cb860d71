package org.manyhands.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the page between a file and the schedule says, however odd or long the file is. */
@IntegrationTest
class PreviewTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

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
    void offersNoUseWhereNoEntryCanBeRead() {
        organizer.useSchedule(
                "schedule.csv", ScheduleCsv.of(conference).talks(3).bytes());
        bring(ScheduleCsv.of(conference).line("x,Keynote,,,,Hall,,talk").line("y,Lunch,,,,Hall,,talk"));
        assertThat(organizer.get("/import/preview"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing in this file can be read", "Bring it again", "Leave it as it is")
                .doesNotContain("Use this schedule", "import/use", "Gone", "More than half");
        var state = imports.preview(ConferencePage.of(conference)).orElseThrow().state();
        assertThat(organizer.post("/import/use", "state", state))
                .hasRedirectedUrl("/" + conference.slug() + "/organize/import/preview");
        assertThat(talks()).hasSize(3);
    }

    @Test
    void keepsATalkWhoseTimeCannotBeReadInTheNewFile() {
        organizer.useSchedule(
                "schedule.csv",
                ScheduleCsv.of(conference)
                        .talk("Keynote", "09:00", "10:00", "Hall")
                        .talk("Lightning", "10:00", "11:00", "Hall")
                        .talk("Goes", "11:00", "12:00", "Hall")
                        .bytes());
        bring(ScheduleCsv.of(conference)
                .line("Lightning,Lightning,,,,Hall,,talk")
                .talk("Keynote", "09:00", "10:30", "Hall"));
        assertThat(organizer.get("/import/preview"))
                .bodyText()
                .containsPattern("Gone</dt>\\s*<dd><a href=\"#gone\">1</a>")
                .containsPattern("Kept</dt>\\s*<dd><a href=\"#kept\">1</a>");
        use();
        assertThat(talks()).containsExactly("Keynote", "Lightning");
    }

    @Test
    void leadsTheSecondPressWhereTheFirstOneWent() {
        bring(ScheduleCsv.of(conference).talks(3));
        var page = ConferencePage.of(conference);
        var shown = imports.preview(page).orElseThrow();
        assertThat(imports.use(page, shown)).isEqualTo(ScheduleImport.Used.DONE);
        assertThat(imports.use(page, shown)).isEqualTo(ScheduleImport.Used.AWAY);
        var second = organizer.post("/import/use", "state", shown.state());
        assertThat(second).hasRedirectedUrl("/" + conference.slug() + "/organize/schedule");
        assertThat(organizer.follow(second))
                .bodyText()
                .contains("Here is how things stand now", "The schedule has 3 entries", "flash done");
    }

    @Test
    void refusesAWebPageAndSaysWhatToLookFor() {
        var page = "\uFEFF<!DOCTYPE html>\n<html lang=en><title>Programme</title><p>Talks"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(organizer.upload("/import", "schedule.xml", page))
                .hasStatusOk()
                .bodyText()
                .contains("This is a web page, not a schedule file", "export");
    }

    @Test
    void showsTwoHundredRowsOfAPartAtOnceAndTheOthersOnItsNextPages() {
        bring(ScheduleCsv.of(conference).talks(450));
        assertThat(rows("/import/preview")).isEqualTo(200);
        assertThat(organizer.get("/import/preview"))
                .bodyText()
                .contains("Rows 1 to 200 of 450", "talk-0", "?part=new&amp;page=2#new");
        assertThat(rows("/import/preview?part=new&page=3")).isEqualTo(50);
        assertThat(organizer.get("/import/preview?part=new&page=3"))
                .bodyText()
                .contains("Rows 401 to 450 of 450", "?part=new&amp;page=2#new")
                .doesNotContain("page=4");
        for (var odd : List.of("?part=new&page=99", "?part=new&page=-1", "?part=nothing&page=2")) {
            assertThat(organizer.get("/import/preview" + odd)).hasStatusOk();
        }
    }

    @Test
    void saysAReasonOnceForAllRowsThatHaveIt() {
        var file = ScheduleCsv.of(conference).talks(3);
        IntStream.range(0, 250).forEach(row -> file.line("u%d,Unplaced %d,,,,Hall,,talk".formatted(row, row)));
        file.line("odd,Odd," + conference.firstDay() + ",half past nine,,Hall,,talk");
        bring(file);
        var page = text("/import/preview");
        assertThat(page.split("It has no time yet\\.", -1)).hasSize(2);
        assertThat(page)
                .contains("Unplaced 0", "Rows 1 to 200 of 251", "“half past nine” is not a date")
                .doesNotContain("Unplaced 249");
    }

    @Test
    void contradictsItselfNowhere() {
        var file = ScheduleCsv.of(conference).talks(3);
        bring(file);
        assertThat(organizer.get("/import/preview")).bodyText().contains("Nothing has changed yet");
        use();
        bring(file);
        assertThat(organizer.get("/import/preview"))
                .bodyText()
                .contains("This file changes nothing")
                .doesNotContain("Nothing has changed yet");
    }

    @Test
    void asksForTheZoneOnceOnly() {
        bring(ScheduleCsv.of(conference).talks(3));
        var asked = "Look at a talk whose time you know";
        assertThat(organizer.get("/import/preview")).bodyText().contains(asked);
        organizer.post("/import/zone", "file", organizer.hidden("/import/preview", "file"), "zone", "Europe/Brussels");
        assertThat(organizer.get("/import/preview"))
                .bodyText()
                .contains("as you said", "Choose another zone", "Brussels (Europe)</option>")
                .doesNotContain(asked);
        use();
        bring(ScheduleCsv.of(conference).talks(4));
        assertThat(organizer.get("/import/preview"))
                .bodyText()
                .contains("as you said")
                .doesNotContain(asked);
    }

    @Test
    void hasTheFetchingBesideWhatIsToldOfItAndAheadOfTheEntries() {
        organizer.post("/schedule/source", "address", "https://example.org/x.csv", "refreshMinutes", "60");
        organizer.useSchedule(
                "schedule.csv", ScheduleCsv.of(conference).talks(3).bytes());
        assertThat(text("/schedule"))
                .containsSubsequence("https://example.org/x.csv", "Every hour", "Fetch it now", "talk-0");
    }

    @Test
    void takesNoSourceWithoutItsFields() {
        assertThat(organizer.post("/schedule/source")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private void bring(ScheduleCsv file) {
        assertThat(organizer.upload("/import", "schedule.csv", file.bytes())).hasStatus(HttpStatus.SEE_OTHER);
    }

    private void use() {
        organizer.post("/import/use", "state", organizer.hidden("/import/preview", "state"));
    }

    private int rows(String page) {
        return text(page).split("<p class=\"name\">talk-", -1).length - 1;
    }

    private String text(String page) {
        try {
            return organizer.get(page).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> talks() {
        return jdbc.sql("select title from talk where conference_id = ? and gone_at is null order by title")
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }
}
