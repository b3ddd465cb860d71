package org.manyhands.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedulefile.ScheduleRead;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files that do not say in which time zone their times are: the organizer is asked. */
@IntegrationTest
class FileZoneTests {

    private static final ZoneId NEAR = ZoneId.of("America/New_York");
    private static final ZoneId FAR = ZoneId.of("Asia/Kathmandu");

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
    void bringAFile() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        bring();
    }

    @Test
    void takeTheConferencesZoneUntilAnotherIsChosen() {
        assertThat(conference.zone()).isEqualTo(NEAR);
        assertThat(organizer.get("/import/preview"))
                .bodyText()
                .contains(
                        "does not say in which time zone", "<option value=\"America/New_York\" selected=\"selected\">")
                .contains(startIn(NEAR));
        var before = organizer.hidden("/import/preview", "state");
        assertThat(choose("Asia/Kathmandu")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(organizer.get("/import/preview"))
                .bodyText()
                .contains("<option value=\"Asia/Kathmandu\" selected=\"selected\">")
                .contains(startIn(FAR));
        assertThat(organizer.follow(organizer.post("/import/use", "state", before)))
                .as("a button below the page with the other times")
                .bodyText()
                .contains("Nothing was changed yet");
        organizer.post("/import/use", "state", organizer.hidden("/import/preview", "state"));
        assertThat(organizer.get("/schedule")).bodyText().contains(startIn(FAR));
    }

    @Test
    void areReadLikeTheLastOneFromThenOn() {
        choose("Asia/Kathmandu");
        organizer.post("/import/use", "state", organizer.hidden("/import/preview", "state"));
        bring();
        assertThat(Organizer.audited(jdbc, conference.id().conferenceId()))
                .filteredOn(line -> line.startsWith("schedule.zone-set"))
                .singleElement()
                .asString()
                .contains("\"before\": {\"zone\": \"\"}", "\"after\": {\"zone\": \"Asia/Kathmandu\"}");
        assertThat(organizer.get("/import/preview")).bodyText().contains("This file changes nothing");
        assertThat(imports.read(file(), ConferencePage.of(conference)))
                .as("as the timer reads it")
                .isInstanceOfSatisfying(
                        ScheduleRead.Read.class,
                        read -> assertThat(read.entries().getFirst().start())
                                .isEqualTo(conference
                                        .firstDay()
                                        .atTime(9, 0)
                                        .atZone(FAR)
                                        .toInstant()));
    }

    @Test
    void leaveTheZoneAsItWasWhereTheyAreDropped() {
        choose("Asia/Kathmandu");
        organizer.post("/import/drop", "file", organizer.hidden("/import/preview", "file"));
        bring();
        assertThat(organizer.get("/import/preview")).bodyText().contains(startIn(NEAR));
    }

    @Test
    void areReadAsBeforeWhereTheZoneIsNoneOrTheFileAnother() {
        assertThat(organizer.follow(choose("Mars/Olympus"))).bodyText().contains("Choose one of the zones");
        assertThat(organizer.post("/import/zone", "file", UUID.randomUUID().toString(), "zone", "Asia/Kathmandu"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(organizer.get("/import/preview")).bodyText().contains(startIn(NEAR));
    }

    @Test
    void areNotAskedForWhereTheFileNamesItsZone() {
        organizer.upload(
                "/import",
                "schedule.ics",
                ("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Keynote\n"
                                + "DTSTART:" + conference.firstDay().format(DateTimeFormatter.BASIC_ISO_DATE)
                                + "T130000Z\nDURATION:PT1H\n"
                                + "END:VEVENT\nEND:VCALENDAR\n")
                        .getBytes());
        assertThat(organizer.get("/import/preview"))
                .bodyText()
                .contains("Keynote")
                .doesNotContain("in which time zone");
    }

    private void bring() {
        assertThat(organizer.upload("/import", "schedule.csv", file())).hasStatus(HttpStatus.SEE_OTHER);
    }

    private byte[] file() {
        return ScheduleCsv.of(conference)
                .talk("Keynote", "09:00", "10:00", "Hall")
                .bytes();
    }

    private MvcTestResult choose(String zone) {
        return organizer.post("/import/zone", "file", organizer.hidden("/import/preview", "file"), "zone", zone);
    }

    /** As the page tells machines when nine o'clock of that zone is. */
    private String startIn(ZoneId zone) {
        return "datetime=\""
                + ConferencePage.of(conference)
                        .times()
                        .machine(conference.firstDay().atTime(9, 0).atZone(zone).toInstant());
    }
}
