package org.manyhands.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.conference.PlaceId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A page of the check-in, or to be printed, takes few statements, and as many for two hundred people as for four. */
@IntegrationTest
class CheckInSqlTests {

    private static final int MOST = 10;

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private DeviceLinks links;

    @Autowired
    private Codes codes;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/checkin",
                "/checkin?place=room-0",
                "/checkin?q=vol",
                "/checkin/code/{code}",
                "/checkin/signups/{signup}",
                "/checkin/displays",
                "/print",
                "/print/roster",
                "/print/desk",
                "/print/blocks",
                "/print/cards",
                "/print/badges",
            })
    void takesAsManyStatementsForTwoHundredPeopleAsForFour(String page) {
        assertThat(sentFor(page, of(50))).hasSizeLessThanOrEqualTo(MOST).isEqualTo(sentFor(page, of(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WALL", "DESK"})
    void takesAsManyForTheScreens(Device.Kind kind) {
        assertThat(sentFor(kind, of(50))).hasSizeLessThanOrEqualTo(MOST).isEqualTo(sentFor(kind, of(1)));
    }

    private List<String> sentFor(String page, Conference conference) {
        var organizer = new Organizer(mvc, given.organizer(conference), conference);
        var signup = one("select signup_id from signup where conference_id = ? limit 1", conference);
        var volunteer = one("select volunteer_id from signup where conference_id = ? limit 1", conference);
        var code = codes.of(new VolunteerId(UUID.fromString(volunteer)));
        var address = page.replace("{code}", code).replace("{signup}", signup);
        return SqlCount.of(() ->
                assertThat(organizer.get(address)).hasStatusOk().bodyText().isNotBlank());
    }

    private List<String> sentFor(Device.Kind kind, Conference conference) {
        var place = one("select place_id from place where conference_id = ? and slug = 'room-0'", conference);
        var link = links.link(conference.id(), kind, "TV", PlaceId.of(place));
        return SqlCount.of(() -> assertThat(mvc.get().uri(link + "?q=vol")).hasStatusOk());
    }

    private String one(String sql, Conference conference) {
        return jdbc.sql(sql)
                .param(conference.id().conferenceId())
                .query(String.class)
                .single();
    }

    /** With so many people on each of four shifts that are on. */
    private Conference of(int people) {
        var conference = given.conference();
        given.timeslot(conference, "08:00", "10:00");
        given.role(conference, "Desk");
        for (var i = 0; i < 4; i++) {
            given.place(conference, "Room " + i);
        }
        sql(
                "update timeslot set during = tstzrange(:now - interval '1 hour', :now + interval '1 hour') where conference_id = :conference",
                conference);
        sql("update role set traits = array['ON_STAGE'] where conference_id = :conference", conference);
        sql("""
            insert into shift (shift_id, conference_id, timeslot_id, role_id, place_id, during, wanted, published)
            select gen_random_uuid(), conference_id, timeslot_id, role_id, place_id, during, 50, true
            from timeslot join role using (conference_id) join place using (conference_id) where conference_id = :conference
            """, conference);
        sql("""
            insert into volunteer (volunteer_id, conference_id, name, agreed_to_conduct_at, registered_at)
            select gen_random_uuid(), :conference, 'Volunteer ' || number, :now, :now
            from generate_series(1, %d) as number
            """.formatted(people * 4), conference);
        sql("""
            with seats as (select shift_id, busy, row_number() over () as number from shift, generate_series(1, %d)
                           where conference_id = :conference),
                 people as (select volunteer_id, row_number() over () as number from volunteer where conference_id = :conference)
            insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at)
            select gen_random_uuid(), :conference, shift_id, volunteer_id, busy, 'CONFIRMED', gen_random_uuid(), :now
            from seats join people using (number)
            """.formatted(people), conference);
        return conference;
    }

    private void sql(String sql, Conference conference) {
        jdbc.sql(sql.replace(":now", ":now::timestamptz"))
                .param("conference", conference.id().conferenceId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
