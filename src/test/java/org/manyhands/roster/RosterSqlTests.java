package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An organizer's page takes few statements, and as many for a camp as for a meet-up. */
@IntegrationTest
class RosterSqlTests {

    /** Those of the session and of the doorkeeper included. */
    private static final int MOST = 9;

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Asking asking;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/roster?day=all",
                "/roster?by=role&day=all",
                "/roster?by=place&day=all",
                "/roster?by=volunteer",
                "/roster/now",
                "/roster/now?q=vol",
                "/roster/gaps",
                "/roster/gaps.csv",
                "/volunteers"
            })
    void takesAsManyStatementsForTwoHundredShiftsAsForTen(String address) {
        var meetup = organizerOf(1, 10);
        var camp = organizerOf(20, 10);
        var few = sentFor(address, meetup);
        assertThat(few).hasSizeLessThanOrEqualTo(MOST);
        assertThat(sentFor(address, camp)).isEqualTo(few);
    }

    /** However many people are free, and were asked; without those of a session that begins here, of which reading one takes one more. */
    @Test
    void takesAsManyStatementsToFindCoverAmongTwoHundredPeopleAsAmongTen() {
        var few = given.conference();
        var many = given.conference();
        assertThat(sentToCover(many, 200)).isEqualTo(sentToCover(few, 10)).hasSizeLessThanOrEqualTo(9);
    }

    private List<String> sentToCover(Conference conference, int people) {
        var shift = given.shift(conference, "08:00", "10:00", Need.between(1, 5, 5));
        var volunteers = given.volunteers(conference, people);
        asking.ask(conference.id(), RolesInSight.EVERY, shift.id(), volunteers.subList(0, people / 2));
        return sentFor("/roster/cover/" + shift.id().shiftId(), Organizer.of(conference, given, mvc)).stream()
                .filter(sql -> !sql.contains("SPRING_SESSION"))
                .toList();
    }

    /** Without the check of the invariants, which comes with a page once a minute. */
    private static List<String> sentFor(String address, Organizer organizer) {
        return SqlCount.of(() -> organizer.opens(address)).stream()
                .filter(sql -> !sql.contains("as invariant, count(*)"))
                .toList();
    }

    /** Of a conference with that many timeslots, as many shifts in each, and five people here and there. */
    private Organizer organizerOf(int timeslots, int shiftsInEach) {
        var conference = given.conference();
        for (var i = 0; i < timeslots; i++) {
            given.timeslot(conference, "%02d:00".formatted(i), "%02d:30".formatted(i));
        }
        given.role(conference, "Desk");
        for (var i = 0; i < shiftsInEach; i++) {
            given.place(conference, "Room " + i);
        }
        given.volunteers(conference, 5);
        sql("""
            insert into shift (shift_id, conference_id, timeslot_id, role_id, place_id, during, wanted, published)
            select gen_random_uuid(), conference_id, timeslot_id, role_id, place_id, during, 2, true
            from timeslot join role using (conference_id) join place using (conference_id) where conference_id = ?
            """, conference);
        sql("""
            insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at)
            select gen_random_uuid(), conference_id, shift_id, volunteer_id, busy, 'CONFIRMED', gen_random_uuid(), now()
            from shift join volunteer using (conference_id) where conference_id = ? on conflict do nothing
            """, conference);
        sql("""
            insert into mail (mail_id, conference_id, kind, about, about_version, recipient, subject, text_body,
                message_id, written_at, next_try_at, not_after)
            select signup_id, conference_id, 'YOU_ARE_IN', signup_id, version, 'nobody@volunteers.example', 'In', 'In',
                signup_id::text, now(), now(), now() + interval '1 day'
            from signup where conference_id = ?
            """, conference);
        return Organizer.of(conference, given, mvc);
    }

    private void sql(String sql, Conference conference) {
        jdbc.sql(sql).param(conference.id().conferenceId()).update();
    }
}
