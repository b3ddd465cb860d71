package org.manyhands.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the floors above ask of the schedule, and the rooms by which they find it. */
@IntegrationTest
class TalksTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Talks talks;

    @Autowired
    private Stars stars;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;
    private Place hall;

    @BeforeEach
    void holdTalks() throws Exception {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        hall = given.place(conference, "Hall");
        use(ScheduleCsv.of(conference)
                .talk("Early", "08:00", "09:00", "Hall")
                .talk("Keynote", "09:00", "10:00", "Hall;Attic")
                .talk("Elsewhere", "09:00", "10:00", "Attic")
                .talk("No length", "09:30", "", "Hall")
                .row("lunch", "Lunch", "12:00", "13:00", "Hall", "", "break"));
    }

    @Test
    void areFoundWhereAndWhenAShiftIs() {
        var spots = new HashMap<String, Talks.Spot>();
        spots.put("morning", new Talks.Spot(hall.id(), given.range(conference, "08:30", "11:00")));
        spots.put("noon", new Talks.Spot(hall.id(), given.range(conference, "10:00", "12:30")));
        spots.put("night", new Talks.Spot(hall.id(), given.range(conference, "20:00", "21:00")));
        assertThat(SqlCount.of(() -> talks.at(conference.id(), spots))).hasSize(1);
        var found = talks.at(conference.id(), spots);
        assertThat(found.get("morning")).extracting(Talk::title).containsExactly("Early", "Keynote");
        assertThat(found.get("noon")).extracting(Talk::title).containsExactly("Lunch");
        assertThat(found.get("night")).isEmpty();
        assertThat(talks.at(given.conference().id(), spots).get("morning")).isEmpty();
        assertThat(talks.at(conference.id(), Map.of())).isEmpty();
    }

    @Test
    void areReadByTheDay() throws Exception {
        var page = ConferencePage.of(conference);
        assertThat(talks.byDay(page)).containsOnlyKeys(conference.firstDay());
        assertThat(talks.numbers(page)).containsExactly(Map.entry(conference.firstDay(), 5));
        var keynote = talks.on(page, conference.firstDay()).stream()
                .filter(talk -> talk.title().equals("Keynote"))
                .findFirst()
                .orElseThrow();
        assertThat(keynote.rooms()).containsExactly("Attic", "Hall");
        assertThat(keynote.places()).containsExactly(hall.id());
        use(ScheduleCsv.of(conference).talk("Early", "08:00", "09:00", "Hall"));
        assertThat(talks.byDay(page).get(conference.firstDay()))
                .extracting(Talk::title)
                .containsExactly("Early");
    }

    @Test
    void areStarredAsLongAsTheyAreOn() throws Exception {
        var volunteer = given.volunteer(conference);
        star(volunteer, "Keynote");
        star(volunteer, "Lunch");
        star(volunteer, "No length");
        assertThat(stars.of(volunteer)).hasSize(3);
        use(ScheduleCsv.of(conference).talk("Early", "08:00", "09:00", "Hall"));
        assertThat(stars.of(volunteer)).isEmpty();
        use(ScheduleCsv.of(conference).talk("Keynote", "08:00", "09:00", "Hall"));
        assertThat(stars.of(volunteer)).hasSize(1);
    }

    @Test
    void areStarredAtTheirOwnConferenceOnly() {
        var stranger = given.volunteer(given.conference());
        assertThatThrownBy(() -> star(stranger, "Keynote"))
                .hasMessageContaining("star_conference_id_volunteer_id_fkey");
    }

    @Test
    void areAtAnotherPlaceOnceTheirRoomIs() {
        var loft = given.place(conference, "Loft");
        assertThat(organizer.follow(organizer.post(
                        room("Attic"), "place", loft.id().placeId().toString())))
                .bodyText()
                .contains("Attic” is that place");
        assertThat(at(loft)).isEqualTo(2);
        assertThat(organizer.post(room("Attic"), "place", "")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(at(loft)).isZero();
    }

    @Test
    void haveRoomsThatBecomePlaces() {
        assertThat(organizer.follow(organizer.post(room("Attic") + "/place")))
                .bodyText()
                .contains("“Attic” is a place now", "Every room is one of your places");
        organizer.post(room("Attic"), "place", "");
        assertThat(organizer.follow(organizer.post(room("Attic") + "/place")))
                .bodyText()
                .contains("No place was made");
        assertThat(organizer.get("/places")).bodyText().contains("Attic");
    }

    @Test
    void keepTheirRoomWhereItsPlaceIsDeleted() {
        assertThat(organizer.post("/places/" + hall.id().placeId() + "/delete")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(organizer.get("/schedule")).bodyText().contains("2 rooms are none of your places", "Hall");
    }

    @Test
    void areNoBusinessOfOtherConferences() {
        var other = given.conference();
        var stranger = new Organizer(mvc, given.organizer(other), other);
        var elsewhere = given.place(other, "Hall");
        assertThat(stranger.post(room("Attic"), "place", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.post(room("Attic") + "/place")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.post("/schedule/talks/" + talk("Keynote") + "/busy", "busy", "false"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(
                        room("Attic"), "place", elsewhere.id().placeId().toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(room("Attic"), "place", "no-id")).hasStatus(HttpStatus.NOT_FOUND);
        assertThatThrownBy(() -> jdbc.sql("update room set place_id = :place where conference_id = :conference")
                        .param("place", elsewhere.id().placeId())
                        .param("conference", conference.id().conferenceId())
                        .update())
                .hasMessageContaining("room_conference_id_place_id_fkey");
    }

    private int at(Place place) {
        var spot = new Talks.Spot(place.id(), given.range(conference, "08:00", "20:00"));
        return talks.at(conference.id(), Map.of("there", spot)).values().stream()
                .mapToInt(List::size)
                .sum();
    }

    private String room(String name) {
        return "/schedule/rooms/"
                + jdbc.sql("select room_id from room where conference_id = ? and name = ?")
                        .param(conference.id().conferenceId())
                        .param(name)
                        .query(String.class)
                        .single();
    }

    private String talk(String title) {
        return jdbc.sql("select talk_id from talk where conference_id = ? and title = ?")
                .param(conference.id().conferenceId())
                .param(title)
                .query(String.class)
                .single();
    }

    private void star(VolunteerId volunteer, String title) {
        jdbc.sql("""
                        insert into star (conference_id, volunteer_id, talk_id, starred_at)
                        select conference_id, :volunteer, talk_id, now() from talk
                        where conference_id = :conference and title = :title
                        """)
                .param("volunteer", volunteer.volunteerId())
                .param("conference", conference.id().conferenceId())
                .param("title", title)
                .update();
    }

    private void use(ScheduleCsv file) {
        assertThat(organizer.useSchedule("schedule.csv", file.bytes())).hasStatus(HttpStatus.SEE_OTHER);
    }
}
