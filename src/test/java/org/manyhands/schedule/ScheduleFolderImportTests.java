package org.manyhands.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.schedulefile.ScheduleFolderTests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Imports every file of the folder that {@code -Dschedules=…} names, twice: the second time changes nothing. */
@IntegrationTest
class ScheduleFolderImportTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void importsEveryFileTwiceWithoutAChangeTheSecondTime() throws IOException {
        for (var file : ScheduleFolderTests.files()) {
            var conference = given.conference();
            importTwice(file, conference, new Organizer(mvc, given.organizer(conference), conference));
        }
    }

    private void importTwice(Path file, Conference conference, Organizer organizer) throws IOException {
        var name = file.getFileName().toString();
        var bytes = Files.readAllBytes(file);
        var began = System.nanoTime();
        var first = preview(organizer, name, bytes);
        var added = number(first, "New");
        var unread = number(first, "Could not be read");
        assertThat(added + unread)
                .as("New and unread in the preview of " + name)
                .isEqualTo(ScheduleFolderTests.counted(file, new String(bytes, StandardCharsets.UTF_8)));
        use(organizer);
        var took = Duration.ofNanos(System.nanoTime() - began).toMillis();
        assertThat(jdbc.sql("select count(*) from talk where conference_id = ?")
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .as("talks of " + name)
                .isEqualTo(added);
        var second = preview(organizer, name, bytes);
        assertThat(second).as("second preview of " + name).contains("This file changes nothing");
        assertThat(number(second, "As before")).as("as before in " + name).isEqualTo(added);
        use(organizer);
        assertThat(jdbc.sql("select revision from schedule where conference_id = ?")
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .isOne();
        System.out.printf(
                "imported %s: %d new, %d unread, %d ms; then %d as before%n", name, added, unread, took, added);
    }

    private static String preview(Organizer organizer, String name, byte[] bytes) throws IOException {
        assertThat(organizer.upload("/import", name, bytes)).as(name).hasStatus(HttpStatus.SEE_OTHER);
        var page = organizer.get("/import/preview");
        assertThat(page).as(name).hasStatusOk();
        return page.getResponse().getContentAsString();
    }

    private static void use(Organizer organizer) {
        assertThat(organizer.post("/import/use", "state", organizer.hidden("/import/preview", "state")))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    /** Behind its label; 0 where the label is missing. */
    private static int number(String page, String label) {
        var number = Pattern.compile(">" + label + "</dt>\\s*<dd>(?:<a[^>]*>)?(\\d+)")
                .matcher(page);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }
}
