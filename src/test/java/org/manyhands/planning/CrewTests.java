package org.manyhands.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.schedule.ScheduleCsv;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a file of crew shifts to drafts, by way of a preview. */
@IntegrationTest
class CrewTests {

    private static final String PAGE = "/import/shifts";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
    }

    @Test
    void makesShiftsWithTheRolesAndPlacesThatAreMissing() throws Exception {
        given.role(conference, "Stage hand");
        given.place(conference, "Hall");
        var file = ScheduleCsv.of(conference)
                .row("1", "STAGE hand", "09:00", "10:00", "hall", "", "crew")
                .row("2", "Cook", "09:00", "10:00", "Kitchen", "", "crew")
                .row("3", "Cook", "10:00", "10:00", "Kitchen", "", "crew")
                .row("4", "Cook", "10:00", "11:00", "", "", "crew")
                .line("5,No time,,,,Hall,,crew")
                .bytes();
        bring(file);
        assertThat(organizer.get(PAGE + "/preview"))
                .hasStatusOk()
                .bodyText()
                .contains("This file would make 2 shifts", "New roles", "Cook", "New places", "Kitchen")
                .contains("It has no end", "It has no room", "It has no time yet", "3 rows could not be read");
        assertThat(shifts()).isZero();
        assertThat(organizer.follow(use(""))).bodyText().contains("2 shifts are made, as drafts.");
        assertThat(shifts()).isEqualTo(2);
        bring(file);
        assertThat(organizer.get(PAGE + "/preview"))
                .bodyText()
                .contains("This file makes no shift", "There already")
                .doesNotContain("New roles");
        assertThat(organizer.follow(use(""))).bodyText().contains("2 were there already");
        assertThat(shifts()).isEqualTo(2);
    }

    @Test
    void addsUpRowsForOnePersonEach() {
        bring(ScheduleCsv.of(conference)
                .row("1", "Cook", "09:00", "10:00", "Kitchen", "", "crew")
                .row("2", "cook", "09:00", "10:00", "Kitchen ", "", "crew")
                .bytes());
        assertThat(organizer.get(PAGE + "/preview")).bodyText().contains("This file would make one shift");
        assertThat(organizer.follow(use(""))).bodyText().contains("One shift is made, as a draft.");
        assertThat(jdbc.sql("select wanted from shift where conference_id = ?")
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void makesNothingForARoleThatIsGone() {
        bring(ScheduleCsv.of(conference)
                .row("1", "Cook", "09:00", "10:00", "Kitchen", "", "crew")
                .bytes());
        assertThat(organizer.follow(use(UUID.randomUUID().toString())))
                .bodyText()
                .contains("Nothing was made: somebody changed roles or places meanwhile");
        assertThat(shifts()).isZero();
    }

    @Test
    void asksForTheZoneThatTheTimesAreIn() {
        bring(ScheduleCsv.of(conference)
                .row("1", "Cook", "09:00", "10:00", "Kitchen", "", "crew")
                .bytes());
        assertThat(organizer.get(PAGE + "/preview")).bodyText().contains("in which time zone", "9:00 – 10:00");
        var answered = organizer.get(PAGE + "/preview?zone=America/Chicago");
        assertThat(answered).bodyText().contains("10:00 – 11:00");
        organizer.post(
                PAGE + "/use", "file", Organizer.hidden(answered, "file"), "zone", Organizer.hidden(answered, "zone"));
        assertThat(organizer.get("/shifts"))
                .bodyText()
                .contains("10:00 – 11:00")
                .doesNotContain("9:00 – 10:00");
    }

    @Test
    void saysWhyAFileCannotBeReadAndWhatIsMissing() {
        assertThat(organizer.upload(PAGE, "x.csv", "hello".getBytes(StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", "We do not know this kind of file");
        assertThat(organizer.upload(PAGE, "x.csv", new byte[0]))
                .hasStatusOk()
                .bodyText()
                .contains("Choose a file");
        assertThat(organizer.follow(organizer.get(PAGE + "/preview")))
                .bodyText()
                .contains("There is no preview");
    }

    @Test
    void makesNothingOfAFileThatWasNotShown() throws Exception {
        bring(ScheduleCsv.of(conference)
                .talk("Cook", "09:00", "10:00", "Kitchen")
                .bytes());
        var early = organizer.hidden(PAGE + "/preview", "file");
        bring(ScheduleCsv.of(conference)
                .talk("Baker", "09:00", "10:00", "Kitchen")
                .bytes());
        assertThat(organizer.follow(organizer.post(PAGE + "/use", "file", early)))
                .bodyText()
                .contains("This file waits no longer");
        assertThat(shifts()).isZero();
        var elsewhere = given.conference();
        var stranger = new Organizer(mvc, given.organizer(elsewhere), elsewhere);
        stranger.post(PAGE + "/drop", "file", organizer.hidden(PAGE + "/preview", "file"));
        assertThat(organizer.get(PAGE + "/preview")).hasStatusOk().bodyText().contains("Baker");
        organizer.post(PAGE + "/drop", "file", organizer.hidden(PAGE + "/preview", "file"));
        assertThat(organizer.get(PAGE + "/preview")).hasStatus(303);
    }

    @Test
    void wantsOneRoleWhereTheTitlesAreNone() throws Exception {
        var video = given.role(conference, "Video angel");
        bring(ScheduleCsv.of(conference).talks(41).bytes());
        assertThat(organizer.get(PAGE + "/preview")).bodyText().contains("41 new roles", "Choose one role for all");
        assertThat(use("")).hasRedirectedUrl("/" + conference.slug() + "/organize/import/shifts/preview");
        assertThat(shifts()).isZero();
        var role = video.id().roleId().toString();
        assertThat(organizer.get(PAGE + "/preview?role=" + role)).bodyText().doesNotContain("new roles");
        assertThat(use(role)).hasStatus(303);
        assertThat(shifts()).isEqualTo(41);
    }

    /** The file of a real crew, 39c3-buildupteardown.xml, in the folder that {@code -Dschedules=…} names. */
    @Test
    void makesTheShiftsOfARealCrewOnce() throws Exception {
        var folder = System.getProperty("schedules", "");
        assumeTrue(!folder.isEmpty(), "skipped: no folder of schedules is named by -Dschedules=…");
        var path = Path.of(folder, "39c3-buildupteardown.xml");
        assumeTrue(Files.exists(path), "skipped: 39c3-buildupteardown.xml is not in " + folder);
        var file = Files.readAllBytes(path);
        var counted = Pattern.compile("<event ")
                .matcher(Files.readString(path))
                .results()
                .count();
        conference.takePlace(LocalDate.of(2025, 12, 27), LocalDate.of(2025, 12, 30), ZoneId.of("Europe/Berlin"));
        conference = given.save(conference);
        var role = given.role(conference, "Video angel").id().roleId().toString();
        bring(file);
        var statements = SqlCount.of(() -> assertThat(use(role)).hasStatus(303)).size();
        assertThat(shifts()).isEqualTo((int) counted);
        bring(file);
        assertThat(organizer.get(PAGE + "/preview?role=" + role)).bodyText().contains("This file makes no shift");
        assertThat(use(role)).hasStatus(303);
        assertThat(shifts()).isEqualTo((int) counted);
        System.out.printf(
                "made %d shifts of a real crew in %d statements, none the second time%n", counted, statements);
        assertThat(statements).isLessThan(80);
    }

    private void bring(byte[] file) {
        assertThat(organizer.upload(PAGE, "crew.csv", file)).hasStatus(303);
    }

    private MvcTestResult use(String role) {
        return organizer.post(PAGE + "/use", "file", waiting(), "role", role);
    }

    private String waiting() {
        return jdbc.sql("select pending_shift_file_id::text from pending_shift_file where conference_id = ?")
                .param(conference.id().conferenceId())
                .query(String.class)
                .single();
    }

    private int shifts() {
        return jdbc.sql("select count(*) from shift where conference_id = ? and not published")
                .param(conference.id().conferenceId())
                .query(Integer.class)
                .single();
    }
}
