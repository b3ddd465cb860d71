package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.GivenTalks;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is given where somebody works, on the roster and on the shift's own page. */
@IntegrationTest
class RosterTalksTests {

    @Autowired
    private Given given;

    @Autowired
    private GivenTalks talks;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void standWithTheShiftsAtTheirPlaceOnly() {
        var conference = given.conference();
        var hall = given.place(conference, "Hall");
        var slot = given.timeslot(conference, "09:00", "11:00");
        var shift = given.shift(conference, slot, given.role(conference, "Emcee"), hall, Need.of(1));
        talks.talk(conference, "Django and HTMX", "09:30", "10:00", hall);
        talks.talk(conference, "Too late", "11:00", "11:30", hall);
        talks.talk(conference, "Elsewhere", "09:30", "10:00", given.place(conference, "Attic"));
        var organizer = new Organizer(mvc, given.organizer(conference), conference);
        for (var view : new String[] {"day", "role"}) {
            assertThat(organizer.get("/roster?by=" + view))
                    .bodyText()
                    .contains("<cite>Django and HTMX</cite>")
                    .doesNotContain("Too late", "Elsewhere");
        }
        assertThat(mvc.get()
                        .uri("/" + conference.slug() + "/shifts/" + shift.id().shiftId()))
                .bodyText()
                .contains("What is given there meanwhile", "Django and HTMX")
                .doesNotContain("Too late", "Elsewhere");
    }
}
