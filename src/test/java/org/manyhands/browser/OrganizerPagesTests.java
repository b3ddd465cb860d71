package org.manyhands.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of the organizers, looked at by machine. */
@BrowserTest
class OrganizerPagesTests {

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void canBeUsedByEverybody() {
        try (var organizer = new Visitor(baseUrl, jdbc, Visitor.desktop())) {
            organizer.signIn("organizer@example.org");
            PageLook.assertUsable(organizer, pages());
            PageLook.assertUsable(organizer, previews(organizer));
        }
    }

    @Test
    void fitNarrowScreens() {
        try (var organizer = new Visitor(baseUrl, jdbc, PageLook.narrow())) {
            organizer.signIn("organizer@example.org");
            PageLook.assertFits(organizer, pages());
            PageLook.assertFits(organizer, previews(organizer));
        }
    }

    private Stream<String> pages() {
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
                        "/calendar",
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
                        "/mail",
                        "/mail/settings",
                        "/mail/chat",
                        "/mail/announcements",
                        "/mail/announcements/new",
                        "/mail/texts",
                        "/mail/texts/you-are-in",
                        "/feedback",
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
}
