package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shifts around the talks one wants to see: star, be suggested shifts, and be told when the programme moves. */
@BrowserTest
class AroundTalksTests {

    private static final String TALK = "Time zones are people’s problems";

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void leadsFromStarsToSuggestionsAndOnWhenATalkMoves(boolean scripts) {
        var email = "starry-" + UUID.randomUUID() + "@example.org";
        try (var volunteer = new Visitor(baseUrl, jdbc, Visitor.phone().setJavaScriptEnabled(scripts));
                var organizer = new Visitor(baseUrl, jdbc, Visitor.desktop().setJavaScriptEnabled(scripts))) {
            volunteer.open("/djangocon-us/join");
            volunteer.type("Your name", "Starry Night " + scripts);
            volunteer.type("E-mail", email);
            volunteer.press("Register");
            volunteer.type("code", volunteer.codeMailedTo(email));
            volunteer.press("Sign in");
            assertThat(volunteer.text()).contains("What suits you");

            volunteer.open("/djangocon-us/schedule?day=2023-10-17");
            for (var talk : List.of(TALK, "What a good error message says", "Reading a query plan together")) {
                volunteer.press(volunteer.page().locator("li:has-text('" + talk + "') button.star"));
            }
            assertThat(volunteer.page().locator("button.star.on").count()).isEqualTo(3);

            volunteer.open("/djangocon-us/me/suggestions");
            volunteer.press("Take it");
            volunteer.press("Take it");
            volunteer.open("/djangocon-us/me/conference");
            assertThat(volunteer.page().locator("text=Your shift ✓").count()).isEqualTo(2);
            assertThat(volunteer.text()).contains(TALK).doesNotContain("Overlaps");

            organizer.signIn("organizer@example.org");
            organizer.open("/djangocon-us/organize/import");
            organizer
                    .page()
                    .getByLabel("File")
                    .first()
                    .setInputFiles(new FilePayload("schedule.csv", "text/csv", withTheTalkMovedInto(email)));
            organizer.press("Look at it");
            assertThat(organizer.text()).contains("Moved", TALK);
            organizer.press("Use this schedule");

            volunteer.open("/djangocon-us/me");
            assertThat(volunteer.text()).contains("Overlaps " + TALK, "which you starred");
            volunteer.press("Find someone");
            assertThat(volunteer.text()).contains("You are looking for somebody. It stays yours until then.");
            assertThat(volunteer.complaints()).isEmpty();
            assertThat(organizer.complaints()).isEmpty();
        }
    }

    /** The example's schedule, but with one talk at the time of the first of their shifts, where they cannot hear it. */
    private byte[] withTheTalkMovedInto(String email) {
        var start = jdbc.sql("""
                        select min(lower(shift.during) at time zone 'America/New_York')
                        from signup join shift using (shift_id)
                        join volunteer using (volunteer_id) join account using (account_id)
                        where email = ? and state = 'CONFIRMED'
                        """).param(email).query(LocalDateTime.class).single();
        return file().lines()
                .map(line -> line.contains(TALK) ? moved(line, start) : line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String moved(String line, LocalDateTime start) {
        var parts = line.split(",", 6);
        var end = start.plusMinutes(30);
        return String.join(
                ",",
                parts[0],
                start.toLocalDate().toString(),
                start.toLocalTime().toString(),
                end.toLocalTime().toString(),
                "Sprint rooms",
                parts[5]);
    }

    private static String file() {
        try {
            var file = new ClassPathResource("example/schedule.csv").getContentAsString(StandardCharsets.UTF_8);
            for (var day : DayOfWeek.values()) {
                var date = LocalDate.of(2023, 10, 16).with(TemporalAdjusters.nextOrSame(day));
                file = file.replace("," + day + ",", "," + date + ",");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
