package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shift.Need;
import org.manyhands.volunteer.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A role begins to need a briefing: somebody asks, an organizer says yes, and the shift is theirs. */
@BrowserTest
class BriefingTests {

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Given given;

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void isAskedForGrantedAndTheShiftTaken(boolean scripts) {
        var conference = given.conference();
        var email = "ida-" + Given.number() + "@volunteers.example";
        given.volunteer(conference, given.account(email), Profile.named("Ida Moreau"));
        var role = given.role(conference, "Session emcee");
        given.shift(
                conference,
                given.timeslot(conference, "08:00", "10:00"),
                role,
                given.place(conference, "Stage"),
                Need.of(1));
        var organizers = jdbc.sql("select email from account where account_id = ?")
                .param(given.organizer(conference).accountId())
                .query(String.class)
                .single();
        var here = "/" + conference.slug();
        try (var organizer = visitor(scripts);
                var ida = visitor(scripts)) {
            organizer.signIn(organizers);
            organizer.open(here + "/organize/roles/" + role.id().roleId());
            organizer.page().getByLabel("A briefing first").check();
            organizer.press("Save");

            ida.signIn(email);
            ida.open(here + "/shifts");
            assertThat(ida.text()).contains("Session emcee needs a briefing first");
            ida.follow("Ask first");
            ida.type("A line to whoever answers", "I did it last year");
            ida.press("Ask for a briefing");
            assertThat(ida.text()).contains("You asked. A mail tells you");

            organizer.open(here + "/organize");
            organizer.follow("One person waits for a briefing");
            assertThat(organizer.text()).contains("Ida Moreau", "I did it last year");
            organizer.page().getByLabel("Ida Moreau").check();
            organizer.type("A word to those you ticked", "Sunday 17:00 at the desk");
            organizer.press("Say yes");
            assertThat(organizer.text()).contains("One person can take its shifts now");

            ida.open(here + "/shifts");
            ida.press("Take it");
            assertThat(ida.text()).contains("You’re in");

            organizer.follow("About them");
            assertThat(organizer.text()).contains("Session emcee", "Expected", "May take its shifts");
            organizer.type("A note", "Would lead the stage");
            organizer.press("Keep this note");
            assertThat(organizer.text()).contains("Would lead the stage");
            organizer.open(here + "/organize/report");
            assertThat(organizer.text()).contains("1 of 1, 100 %", "2 h");
            assertThat(organizer.complaints()).isEmpty();
            assertThat(ida.complaints()).isEmpty();
        }
    }

    private Visitor visitor(boolean scripts) {
        return new Visitor(baseUrl, jdbc, Visitor.phone().setJavaScriptEnabled(scripts));
    }
}
