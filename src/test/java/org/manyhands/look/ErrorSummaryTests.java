package org.manyhands.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Browser;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is wrong with a form is told at its head, in the order of the fields below. */
@IntegrationTest
class ErrorSummaryTests {

    private static final Pattern LINK = Pattern.compile("<a href=\"#([^\"]+)\">");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]*\\sid=\"([^\"]+)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    private Organizer organizer;

    @BeforeEach
    void open() {
        var conference = given.conference();
        given.shift(conference, "08:00", "10:00", Need.of(1));
        organizer = new Organizer(mvc, given.organizer(conference), conference);
    }

    @Test
    void standsInTheOrderOfTheFields() throws Exception {
        inOrder(organizer.post("/shifts/new", "minimum", "many", "note", "x".repeat(301)), 6);
        inOrder(organizer.post("/roles/new", "arriveEarlyMinutes", "soon", "leaveByHours", "0", "slug", "A b"), 6);
        inOrder(organizer.post("/places/new", "directions", "x".repeat(301), "slug", "A b"), 3);
        inOrder(organizer.post("/timeslots/new", "day", "someday", "label", "x".repeat(81)), 4);
        inOrder(
                organizer.post(
                        "/settings",
                        "firstDay",
                        "someday",
                        "chatUrl",
                        "chat",
                        "waitlist.cutoffHours",
                        "169",
                        "version",
                        "0"),
                9);
    }

    @Test
    void takesTheFocus() {
        assertThat(organizer.post("/places/new", "name", ""))
                .bodyText()
                .contains("<div class=\"errors\" role=\"alert\" tabindex=\"-1\" autofocus");
        assertThat(organizer.get("/places/new")).bodyText().doesNotContain("autofocus");
    }

    @Test
    void asksForAnAddressWhereNoneWasTyped() {
        var browser = new Browser(mvc);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", "email", " "))
                .bodyText()
                .contains("Enter your e-mail address")
                .doesNotContain("such as name@example.org");
        assertThat(organizer.post("/settings", "contactEmail", "", "version", "0"))
                .bodyText()
                .contains("Enter the e-mail address that volunteers write to");
    }

    private static void inOrder(MvcTestResult answer, int atLeast) throws Exception {
        var page = answer.getResponse().getContentAsString();
        var summary = page.substring(
                page.indexOf("There is a problem"), page.indexOf("</ul>", page.indexOf("There is a problem")));
        var wrong = all(LINK, summary);
        var fields = all(FIELD, page);
        assertThat(wrong).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(wrong.stream().map(fields::indexOf).toList())
                .as(wrong.toString())
                .isSorted()
                .doesNotContain(-1);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
