package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rules are told. */
@IntegrationTest
class SignupRequestsTests {

    @Autowired
    private Given given;

    @Autowired
    private SignupRequests requests;

    @Autowired
    private JdbcClient jdbc;

    /** New York's clocks went back an hour on 1 November 2026. */
    @Test
    void endTheFirstDaysAtTheTimeOfDayAtWhichTheyBegan() {
        var conference = given.conference();
        var shift = given.shift(conference, "08:00", "10:00", Need.of(1));
        jdbc.sql("""
                        update conference
                        set signup_opens_at = timestamptz '2026-10-31 09:00 America/New_York', first_shifts_at_most = 1, first_days = 3
                        where conference_id = ?
                        """).param(conference.id().conferenceId()).update();
        var request = requests.read(given.volunteer(conference), shift.id(), Instant.parse("2026-10-31T15:00:00Z"));
        assertThat(request.limits().firstDaysEnd()).isEqualTo("2026-11-03T14:00:00Z");
    }
}
