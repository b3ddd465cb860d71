package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Places held without a person, as for the sponsor's people, are nobody else's. */
@IntegrationTest
class HeldPlacesTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private Conference conference;
    private Organizer organizer;
    private Shift bags;

    @BeforeEach
    void open() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        bags = given.shift(conference, "08:00", "10:00", Need.between(1, 3, 3));
    }

    @AfterEach
    void nothingIsAmiss() {
        invariants.assertHoldIn(conference);
    }

    @Test
    void countAsTakenForEverybody() {
        assertThat(hold(2)).hasStatus(303);
        assertThat(mvc.get()
                        .uri("/" + conference.slug() + "/shifts/" + bags.id().shiftId()))
                .bodyText()
                .contains("One place left of 3.");
        assertThat(organizer.get("/roster")).bodyText().contains("2 places held", "the sponsor", "2 of 3 wanted");
        given.volunteers(conference, 3).forEach(each -> given.signUp(each, bags));
        assertThat(taken()).isOne();
        assertThat(hold(3)).hasStatusOk();
        assertThat(hold(0)).hasStatus(303);
    }

    @Test
    void areNeverSoldWhileTheyAreBeingHeld() {
        for (var round = 0; round < 5; round++) {
            bags = given.shift(conference, "12:00", "14:00", Need.between(1, 3, 3));
            AtOnce.run(Stream.concat(
                            given.volunteers(conference, 6).stream().map(each -> () -> given.signUp(each, bags)),
                            Stream.<Runnable>of(
                                    () -> assertThat(hold(2).getResponse().getStatus())
                                            .isIn(200, 303)))
                    .toArray(Runnable[]::new));
            assertThat(jdbc.sql("select taken + reserved from shift where shift_id = ?")
                            .param(bags.id().shiftId())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
        }
    }

    private MvcTestResult hold(int places) {
        var now = jdbc.sql("select version, timeslot_id, role_id, place_id from shift where shift_id = ?")
                .param(bags.id().shiftId())
                .query()
                .singleRow();
        return organizer.post(
                "/shifts/" + bags.id().shiftId(),
                Map.of(
                        "timeslot",
                        String.valueOf(now.get("timeslot_id")),
                        "role",
                        String.valueOf(now.get("role_id")),
                        "place",
                        String.valueOf(now.get("place_id")),
                        "minimum",
                        "1",
                        "wanted",
                        "3",
                        "maximum",
                        "3",
                        "version",
                        String.valueOf(now.get("version")),
                        "published",
                        "true"),
                "reserved",
                String.valueOf(places),
                "reservedFor",
                "the sponsor");
    }

    private int taken() {
        return jdbc.sql("select taken from shift where shift_id = ?")
                .param(bags.id().shiftId())
                .query(Integer.class)
                .single();
    }
}
