package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page, looked at by machine: for those who see little, for narrow screens, for slow networks. */
@BrowserTest
class PagesTests {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void canBeUsedByEverybody() {
        try (var visitor = visitor(Visitor.phone())) {
            // A day of the list stands for all of it, which would take longer than all other pages
            look(visitor, publicPages().filter(page -> !page.equals("/djangocon-us/shifts")));
            visitor.signIn("organizer@example.org");
            visitor.page().setViewportSize(1280, 900);
            look(visitor, organizerPages());
            look(visitor, previews(visitor));
        }
        try (var volunteer = visitor(Visitor.phone())) {
            volunteer.signIn(somebodyWithShifts());
            look(volunteer, volunteerPages());
        }
    }

    private void look(Visitor visitor, Stream<String> pages) {
        pages.forEach(address -> {
            visitor.open(address);
            assertThat(violations(visitor, ColorScheme.LIGHT, axe -> axe.withTags(RULES)))
                    .as(address)
                    .isEmpty();
            // Nothing but the colours differs in the dark
            assertThat(violations(visitor, ColorScheme.DARK, axe -> axe.withRules(List.of("color-contrast"))))
                    .as(address + " in the dark")
                    .isEmpty();
            assertThat(visitor.page().title()).as(address).isNotBlank();
            assertThat(visitor.page().locator("h1").count())
                    .as("h1 of " + address)
                    .isOne();
        });
    }

    private static List<String> violations(Visitor visitor, ColorScheme scheme, UnaryOperator<AxeBuilder> rules) {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        // The options come first: rules given before them would be forgotten. The legacy mode, for pages without
        // frames,
        // sums up where it looked, and need not open a page more for that
        var axe = rules.apply(new AxeBuilder(visitor.page()).setLegacyMode(true).options(onlyViolations()));
        return axe.analyze().getViolations().stream()
                .map(violation -> violation.getId() + ": "
                        + violation.getNodes().getFirst().getHtml())
                .toList();
    }

    /** What is right need not be described node by node, which takes longer than finding it out. */
    private static AxeRunOptions onlyViolations() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    @Test
    void fitNarrowScreens() {
        try (var visitor = visitor(new Browser.NewContextOptions().setViewportSize(320, 700))) {
            assertFits(visitor, publicPages());
            visitor.signIn("organizer@example.org");
            assertFits(visitor, organizerPages());
            assertFits(visitor, previews(visitor));
        }
        try (var volunteer = visitor(new Browser.NewContextOptions().setViewportSize(320, 700))) {
            volunteer.signIn(somebodyWithShifts());
            assertFits(volunteer, volunteerPages());
        }
    }

    private static void assertFits(Visitor visitor, Stream<String> pages) {
        pages.forEach(address -> {
            visitor.open(address);
            assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + address)
                    .isEqualTo(320);
        });
    }

    @Test
    void comeWithFewBytesAndFewRequests() {
        try (var visitor = visitor(Visitor.phone())) {
            var bytes = new ArrayList<Double>();
            var network = visitor.page().context().newCDPSession(visitor.page());
            network.send("Network.enable");
            network.on(
                    "Network.loadingFinished",
                    answer -> bytes.add(answer.get("encodedDataLength").getAsDouble()));
            for (var address : publicPages().toList()) {
                bytes.clear();
                network.send("Network.clearBrowserCache");
                visitor.open(address);
                assertThat(bytes).as("requests of " + address).hasSizeBetween(2, 4);
                assertThat(bytes.stream().mapToDouble(Double::doubleValue).sum())
                        .as("bytes of " + address)
                        .isBetween(1_000.0, 45_000.0);
                assertThat((Integer) visitor.page().evaluate("document.querySelectorAll('*').length"))
                        .as("elements of " + address)
                        .isLessThanOrEqualTo(1_500);
            }
        }
    }

    private Visitor visitor(Browser.NewContextOptions how) {
        return new Visitor(baseUrl, jdbc, how);
    }

    private Stream<String> publicPages() {
        return Stream.of(
                "/",
                "/djangocon-us",
                "/djangocon-us/shifts",
                "/djangocon-us/shifts?day=2023-10-16",
                "/djangocon-us/shifts?day=2023-10-16&view=grid",
                "/djangocon-us/shifts?role=nothing-like-it",
                "/djangocon-us/shifts/" + aShift(),
                "/djangocon-us/roles/" + aRole(),
                "/djangocon-us/schedule?day=2023-10-17",
                "/djangocon-us/join",
                "/djangocon-us/join?shift=" + aShift(),
                "/sign-in",
                "/nothing-here");
    }

    private Stream<String> volunteerPages() {
        return Stream.of(
                "/djangocon-us/shifts?day=2023-10-16",
                "/djangocon-us/shifts/" + aShift(),
                "/djangocon-us/schedule?day=2023-10-17",
                "/djangocon-us/me",
                "/djangocon-us/me/suggestions",
                "/djangocon-us/me/conference",
                "/djangocon-us/me/profile",
                "/djangocon-us/me/code",
                "/djangocon-us/me/leave",
                "/djangocon-us/shifts/" + aShiftOf(somebodyWithShifts()) + "/swap");
    }

    private Stream<String> organizerPages() {
        return Stream.of(
                        "",
                        "/roster?day=2023-10-16",
                        "/roster?by=role&day=2023-10-17",
                        "/roster?by=volunteer&day=2023-10-18",
                        "/roster?by=place&day=2023-10-16",
                        "/roster/now",
                        "/roster/now?q=ida",
                        "/roster/gaps",
                        "/roster/gaps?day=2023-10-17",
                        "/roster/cover/" + aShift(),
                        "/volunteers",
                        "/volunteers/" + aVolunteer() + "/merge",
                        "/checkin",
                        "/checkin?q=ann",
                        "/checkin/displays",
                        "/print",
                        "/print/roster?day=2023-10-16",
                        "/print/desk?day=2023-10-16",
                        "/print/blocks?day=2023-10-16",
                        "/print/cards",
                        "/print/badges",
                        "/volunteers/" + aVolunteer(),
                        "/approvals",
                        "/report",
                        "/places",
                        "/places/new",
                        "/roles",
                        "/roles/new",
                        "/timeslots",
                        "/timeslots/new",
                        "/shifts?day=2023-10-16",
                        "/shifts/new",
                        "/shifts/" + aShift(),
                        "/shifts/" + aShift() + "/people?q=e",
                        "/shifts/" + aShift() + "/people/walk-up",
                        "/shifts/" + aShift() + "/people/move?volunteer=" + aVolunteer(),
                        "/shifts/" + aShift() + "/hand-over",
                        "/copy",
                        "/team",
                        "/team/invite",
                        "/needs?day=2023-10-16",
                        "/needs/bulk?day=2023-10-17",
                        "/shifts/blocks",
                        "/shifts/blocks?show=true",
                        "/import/shifts",
                        "/schedule/moves",
                        "/conflicts",
                        "/schedule",
                        "/schedule/source",
                        "/import",
                        "/settings",
                        "/audit")
                .map(page -> "/djangocon-us/organize" + page);
    }

    /** Of files with all that there is to tell, and the grid of what is made of the schedule. */
    private Stream<String> previews(Visitor organizer) {
        bring(organizer, "/import");
        bring(organizer, "/import/shifts");
        return Stream.of("/import/preview", "/import/shifts/preview", "/shifts/blocks?show=true&" + blocksAsked())
                .map(page -> "/djangocon-us/organize" + page);
    }

    private static void bring(Visitor organizer, String page) {
        organizer.open("/djangocon-us/organize" + page);
        organizer
                .page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("schedule.csv", "text/csv", """
                        id,title,date,start,end,room
                        1,Keynote,2023-10-16,09:00,10:00,Junior Ballroom
                        2,No time,,,,
                        3,Backwards,2023-10-17,12:00,11:00,Nowhere
                        """.getBytes(StandardCharsets.UTF_8)));
        organizer.page().locator("main form button").first().click();
    }

    private String blocksAsked() {
        return jdbc.sql("""
                        select 'role=' || role_id || '&place=' || place_id || '&day=2023-10-17'
                        from role join place using (conference_id) join room using (place_id, conference_id)
                        join conference using (conference_id) where conference.slug = 'djangocon-us'
                        order by role.slug, place.slug limit 1
                        """).query(String.class).single();
    }

    private String aRole() {
        return jdbc.sql("select slug from role join shift using (role_id) where published order by shift_id limit 1")
                .query(String.class)
                .single();
    }

    private String aShift() {
        return jdbc.sql("select shift_id from shift where published order by shift_id limit 1")
                .query(String.class)
                .single();
    }

    private String aVolunteer() {
        return jdbc.sql("""
                        select volunteer_id from volunteer join conference using (conference_id)
                        where slug = 'djangocon-us' order by volunteer_id limit 1
                        """).query(String.class).single();
    }

    private String aShiftOf(String email) {
        return jdbc.sql("""
                        select shift_id from signup join volunteer using (volunteer_id) join account using (account_id)
                        where state = 'CONFIRMED' and email = ? order by shift_id limit 1
                        """).param(email).query(String.class).single();
    }

    private String somebodyWithShifts() {
        return jdbc.sql("""
                        select email from account join volunteer using (account_id) join signup using (volunteer_id)
                        where state = 'CONFIRMED' and email like '%@example.org' order by email limit 1
                        """).query(String.class).single();
    }
}
