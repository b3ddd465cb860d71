package org.manyhands.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.TimeRange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a conference's shifts can be narrowed to, and for how long that is kept. */
@IntegrationTest
class ShiftOptionsTests {

    private static final Duration LONG = Duration.ofHours(1);

    @Autowired
    private Given given;

    @Autowired
    private Timeslots timeslots;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private LocalDate firstDay;

    @BeforeEach
    void open() {
        conference = given.conference();
        firstDay = conference.firstDay();
    }

    @Test
    void isEachConferencesOwn() {
        var other = given.conference();
        var desk = given.role(conference, "Registration desk");
        var hall = given.place(conference, "Hall");
        given.shift(conference, given.timeslot(conference, "08:00", "10:00"), desk, hall, Need.of(1));
        var selection = new ShiftOptions(jdbc, LONG);
        for (var time = 0; time < 2; time++) {
            assertThat(of(selection, conference).days()).hasSize(1);
            assertThat(of(selection, conference).roles())
                    .containsExactly(new ShiftOptions.Option("registration-desk", "Registration desk"));
            assertThat(of(selection, conference).places()).containsExactly(new ShiftOptions.Option("hall", "Hall"));
            assertThat(of(selection, other))
                    .isEqualTo(new ShiftOptions.Options(List.of(), List.of(), List.of(), false));
        }
    }

    @Test
    void isKeptForItsTimeAndReadAgainAfterIt() {
        var aWhile = new ShiftOptions(jdbc, LONG);
        var aMoment = new ShiftOptions(jdbc, Duration.ofMillis(10));
        var notAtAll = new ShiftOptions(jdbc, Duration.ZERO);
        var before = of(aWhile, conference);
        assertThat(of(aMoment, conference)).isEqualTo(before);
        assertThat(of(notAtAll, conference)).isEqualTo(before);
        given.shift(conference, "08:00", "10:00", Need.of(1));
        assertThat(of(aWhile, conference)).isSameAs(before);
        assertThat(of(notAtAll, conference)).isNotEqualTo(before);
        await().untilAsserted(() -> assertThat(of(aMoment, conference)).isEqualTo(of(notAtAll, conference)));
    }

    /** Half past ten in the evening is another day in UTC. */
    @Test
    void countsAShiftOverMidnightOnTheDayItBeginsWhereTheConferenceIs() {
        shift(at("22:30"), at("23:30"), Need.of(1));
        shift(at("23:00"), at("23:00").plus(Duration.ofHours(3)), Need.of(1));
        assertThat(days()).containsExactly(new ShiftOptions.Day(firstDay, 2, 2));
        shift(at("00:00").plus(Duration.ofDays(1)), at("02:00").plus(Duration.ofDays(1)), Need.of(1));
        assertThat(days())
                .containsExactly(
                        new ShiftOptions.Day(firstDay, 2, 2), new ShiftOptions.Day(firstDay.plusDays(1), 1, 1));
    }

    @Test
    void callsOpenWhatHasRoomAndIsStillToCome() {
        var morning = shift(at("08:00"), at("10:00"), Need.of(1));
        var noon = shift(at("12:00"), at("14:00"), Need.of(1));
        shift(at("16:00"), at("18:00"), Need.of(1));
        given.signUp(given.volunteer(conference), noon);
        assertThat(days()).containsExactly(new ShiftOptions.Day(firstDay, 3, 2));
        var selection = new ShiftOptions(jdbc, LONG);
        assertThat(selection.of(ConferencePage.of(conference), at("08:00")).days())
                .as("one has begun")
                .containsExactly(new ShiftOptions.Day(firstDay, 3, 1));
        jdbc.sql("update shift set published = false where shift_id = ?")
                .param(morning.id().shiftId())
                .update();
        assertThat(days()).as("one is a draft").containsExactly(new ShiftOptions.Day(firstDay, 2, 1));
    }

    private List<ShiftOptions.Day> days() {
        return of(new ShiftOptions(jdbc, LONG), conference).days();
    }

    private static ShiftOptions.Options of(ShiftOptions selection, Conference conference) {
        return selection.of(ConferencePage.of(conference), Instant.now());
    }

    private Shift shift(Instant from, Instant to, Need need) {
        var number = Given.number();
        return given.shift(
                conference,
                timeslots.saveAndFlush(new Timeslot(conference.id(), "", new TimeRange(from, to))),
                given.role(conference, "Role " + number),
                given.place(conference, "Place " + number),
                need);
    }

    private Instant at(String time) {
        return firstDay.atTime(LocalTime.parse(time)).atZone(conference.zone()).toInstant();
    }
}
