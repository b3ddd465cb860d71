package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Contact;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The needs of DjangoCon US 2023 (its published sheet), from places and roles alone to every shift of the week. */
@BrowserTest
class NeedsTests {

    private static final String MORNING = "9:00";

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Given given;

    private Conference conference;

    private Visitor organizer(boolean scripts) {
        var number = Given.number();
        conference = given.save(new Conference(
                "needs-" + number,
                "DjangoCon US " + number,
                "Durham",
                LocalDate.of(2023, 10, 16),
                LocalDate.of(2023, 10, 20),
                ZoneId.of("America/New_York"),
                new Contact("Priya Raman", "volunteers@conference.example", null),
                "https://conference.example/conduct"));
        List.of("Lobby", "Junior Ballroom", "Main Ballroom", "Online", "Sprint rooms")
                .forEach(place -> given.place(conference, place));
        List.of(
                        "Registration desk",
                        "Session emcee",
                        "Session manager",
                        "Bag stuffing",
                        "Online moderator",
                        "Sprint mentor")
                .forEach(role -> given.role(conference, role));
        var email = jdbc.sql("select email from account where account_id = ?")
                .param(given.organizer(conference).accountId())
                .query(String.class)
                .single();
        var visitor = new Visitor(baseUrl, jdbc, Visitor.desktop().setJavaScriptEnabled(scripts));
        visitor.signIn(email);
        return visitor;
    }

    private String needs() {
        return "/" + conference.slug() + "/organize/needs";
    }

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void setsUpTheWholeWeekInFewSteps(boolean scripts) {
        try (var organizer = organizer(scripts)) {
            organizer.startCounting();
            organizer.open(needs() + "/bulk");
            tick(organizer, "onto", "2023-10-16", "2023-10-17", "2023-10-18");
            type(organizer, "from", "8", "to", "18", "people", "1-2");
            choose(organizer, "role", "Registration desk", "where", "Lobby");
            organizer.press("Show the timeslots");
            organizer.press("Yes, make them");
            assertThat(organizer.text()).contains("30 timeslots and shifts are made");

            addColumns(
                    organizer,
                    "Session emcee",
                    "Junior Ballroom",
                    "Session emcee",
                    "Main Ballroom",
                    "Session manager",
                    "Main Ballroom");
            addColumns(
                    organizer, "Online moderator", "Online", "Sprint mentor", "Sprint rooms", "Bag stuffing", "Lobby");
            line(
                    organizer,
                    0,
                    MORNING,
                    "12",
                    "Session emcee, Junior Ballroom",
                    "1",
                    "Session emcee, Main Ballroom",
                    "1",
                    "Session manager, Main Ballroom",
                    "1");
            line(
                    organizer,
                    1,
                    "13:30",
                    "15:30",
                    "Session emcee, Junior Ballroom",
                    "1",
                    "Session emcee, Main Ballroom",
                    "1",
                    "Session manager, Main Ballroom",
                    "1");
            line(
                    organizer,
                    2,
                    "15:45",
                    "17:45",
                    "Session emcee, Junior Ballroom",
                    "1",
                    "Session emcee, Main Ballroom",
                    "1",
                    "Session manager, Main Ballroom",
                    "1");
            line(organizer, 3, MORNING, "13", "Online moderator, Online", "4-8");
            line(organizer, 4, "13", "17", "Online moderator, Online", "4-8");
            organizer.press(save(organizer));
            assertThat(organizer.text()).contains("11 shifts are new, as drafts.");

            organizer.follow("Repeat, cut, copy, move or publish many at once");
            for (var time :
                    List.of("9:00 – 12:00", "13:30 – 15:30", "15:45 – 17:45", "9:00 – 13:00", "13:00 – 17:00")) {
                organizer.press(organizer
                        .page()
                        .locator("fieldset:has(legend:has-text('Mon 16 Oct, " + time + "')) [name=slot]"));
            }
            tick(organizer, "onto", "2023-10-17", "2023-10-18");
            organizer.press("Show the copies");
            organizer.press("Yes, make them");
            assertThat(organizer.text()).contains("32 timeslots and shifts are made");

            for (var day : List.of("19", "20")) {
                organizer.press(organizer.page().locator("nav.days a[href*='day=2023-10-" + day + "']"));
                if (day.equals("19")) {
                    addColumns(organizer, "Sprint mentor", "Sprint rooms", "Bag stuffing", "Lobby", "", "");
                }
                line(organizer, 0, MORNING, "17", "Sprint mentor, Sprint rooms", "2-4");
                organizer.press(save(organizer));
            }
            organizer.open(needs() + "?day=2023-10-15");
            addColumns(organizer, "Bag stuffing", "Lobby", "", "", "", "");
            line(organizer, 0, "16", "17", "Bag stuffing, Lobby", "5-");
            organizer.press(save(organizer));

            assertThat(shifts())
                    .containsExactly(
                            "Bag stuffing 1",
                            "Online moderator 6",
                            "Registration desk 15",
                            "Session emcee 18",
                            "Session manager 9",
                            "Sprint mentor 2");
            assertThat(organizer.screens()).as("page loads").isLessThanOrEqualTo(17);
            assertThat(organizer.taps()).as("presses").isLessThanOrEqualTo(29);
            assertThat(organizer.complaints()).isEmpty();
        }
    }

    @Test
    void isLikeASpreadsheetWhereThereIsScript() {
        try (var organizer = organizer(true)) {
            given.timeslot(conference, "08:00", "10:00");
            given.timeslot(conference, "10:00", "12:00");
            organizer.open(needs());
            addColumns(organizer, "Registration desk", "Lobby", "Session emcee", "Main Ballroom", "", "");
            organizer.page().locator("#c-0-0").focus();
            organizer.page().evaluate("""
                    const data = new DataTransfer();
                    data.setData('text/plain', '1-2\\t1\\r\\n2\\t1-3-\\r\\n');
                    document.activeElement.dispatchEvent(
                        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                    """);
            assertThat(organizer.page().locator("#c-1-1").inputValue()).isEqualTo("1-3-");
            for (var key : List.of("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "Enter")) {
                organizer.page().keyboard().press(key);
            }
            assertThat(organizer.page().evaluate("document.activeElement.id")).isEqualTo("c-1-0");
            organizer.press(save(organizer));
            assertThat(organizer.text()).contains("4 shifts are new, as drafts.");
            assertThat(organizer.complaints()).isEmpty();
        }
    }

    private static Locator save(Visitor organizer) {
        return organizer.page().locator("#needs .buttons button:text-is('Save')");
    }

    private static void tick(Visitor organizer, String name, String... values) {
        for (var value : values) {
            organizer.press(organizer.page().locator("[name=" + name + "][value='" + value + "']"));
        }
    }

    private static void type(Visitor organizer, String... idsAndTexts) {
        for (var i = 0; i < idsAndTexts.length; i += 2) {
            organizer.page().locator("#" + idsAndTexts[i]).fill(idsAndTexts[i + 1]);
        }
    }

    private static void choose(Visitor organizer, String... idsAndNames) {
        for (var i = 0; i < idsAndNames.length; i += 2) {
            organizer
                    .page()
                    .locator("#" + idsAndNames[i])
                    .selectOption(new SelectOption().setLabel(idsAndNames[i + 1]));
        }
    }

    private static void addColumns(Visitor organizer, String... rolesAndPlaces) {
        var form = organizer.page().locator("details:has(> summary:text-is('Add columns'))");
        if (form.getAttribute("open") == null) {
            organizer.press(form.locator("summary"));
        }
        for (var i = 0; i < rolesAndPlaces.length && !rolesAndPlaces[i].isEmpty(); i += 2) {
            choose(
                    organizer,
                    "addRole-" + (i / 2 + 1),
                    rolesAndPlaces[i],
                    "addPlace-" + (i / 2 + 1),
                    rolesAndPlaces[i + 1]);
        }
        organizer.press("Save and add them");
    }

    private static void line(Visitor organizer, int number, String from, String to, String... columnsAndTexts) {
        type(organizer, "from-" + number, from, "to-" + number, to);
        for (var i = 0; i < columnsAndTexts.length; i += 2) {
            organizer.type("New line " + (number + 1) + ", " + columnsAndTexts[i], columnsAndTexts[i + 1]);
        }
    }

    /** How many each role has. */
    private List<String> shifts() {
        return jdbc.sql("""
                        select role.name || ' ' || count(*) from shift join role using (role_id)
                        where shift.conference_id = ? group by role.name order by 1
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }
}
