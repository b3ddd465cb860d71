package org.manyhands.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.conference.Conference;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.soak.TwoProcesses.Person;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R14 of the yardsticks: R1, R4, R5 and R9 over HTTP, every other request to another process on the same database. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoProcessesSoak {

    private static final int SLOTS_A_DAY = 60;

    @Autowired
    private Given given;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private TwoProcesses processes;
    private Conference conference;
    private int deadlocksBefore;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        processes = new TwoProcesses(database);
    }

    @BeforeEach
    void open() {
        conference = given.conference();
        deadlocksBefore = invariants.deadlocks();
    }

    @AfterAll
    void stop() throws InterruptedException {
        processes.close();
    }

    @Test
    void giveTenPlacesToTenOfFifty() throws IOException, InterruptedException {
        var people = people(50);
        var rounds = Soak.of(20, 300);
        for (var round = 0; round < rounds; round++) {
            var shift = shift(round, 10);
            var answers = press(taking(people, shift));
            assertThat(answers).filteredOn(done(shift)::equals).hasSize(10);
            assertThat(answers).filteredOn(("303 " + page(shift))::equals).hasSize(40);
            var loser = people.get(answers.indexOf("303 " + page(shift)));
            assertThat(loser.window(round).get(page(shift)).body()).contains("Every place is taken by now");
            assertThat(on(shift, "CONFIRMED")).hasSize(10);
        }
        assertAllIsWell();
        Soak.say("R14: R1 with two processes: %d rounds of 50 for 10 places, exactly 10 each time", rounds);
    }

    @Test
    void giveOnePersonOneOfEightOverlappingShifts() throws IOException, InterruptedException {
        var people = people(Soak.of(20, 100));
        var shifts = IntStream.range(0, 8)
                .mapToObj(tab -> given.shift(conference, "10:%02d".formatted(tab * 5), "12:00", Need.of(people.size())))
                .toList();
        for (var person : people) {
            var answers = press(IntStream.range(0, 8).mapToObj(tab -> Press.take(person.window(tab), shifts.get(tab))));
            assertThat(answers).filteredOn(answer -> answer.contains("#")).hasSize(1);
        }
        assertThat(shifts.stream().flatMap(shift -> on(shift, "CONFIRMED").stream()))
                .containsExactlyInAnyOrderElementsOf(ids(people));
        assertAllIsWell();
        Soak.say("R14: R4 with two processes: %d people in 8 tabs, one shift each, 0 deadlocks", people.size());
    }

    @Test
    void giveFreedPlacesToTheLineAndToNobodyElse() throws IOException, InterruptedException {
        var holders = people(8);
        var line = people(15);
        var newcomers = people(8);
        var rounds = Soak.of(20, 200);
        for (var round = 0; round < rounds; round++) {
            var shift = shift(round, 8);
            assertThat(press(taking(holders, shift))).containsOnly(done(shift));
            for (var waiter : line) {
                press(Stream.of(Press.await(waiter.window(round), shift)));
            }
            press(Stream.concat(leaving(holders, shift), taking(newcomers, shift)));
            assertThat(on(shift, "CONFIRMED")).containsExactlyInAnyOrderElementsOf(ids(line.subList(0, 8)));
            assertThat(on(shift, "WAITLISTED")).containsExactlyElementsOf(ids(line.subList(8, 15)));
        }
        assertAllIsWell();
        Soak.say("R14: R5 with two processes: %d rounds, each free place to the first in line", rounds);
    }

    @Test
    void answerTenRepetitionsOfARequestAlikeAndBookOnce() throws IOException, InterruptedException {
        var person = people(1).getFirst();
        var rounds = Soak.of(30, 100);
        for (var round = 0; round < rounds; round++) {
            var shift = shift(round, 10);
            var request = UUID.randomUUID();
            var answers = press(IntStream.range(0, 10).mapToObj(i -> Press.take(person.window(i), shift, request)));
            assertThat(answers).containsOnly(done(shift));
            assertThat(on(shift, "CONFIRMED")).containsExactly(person.id());
        }
        assertThat(mailsTo(person)).isEqualTo(rounds);
        assertAllIsWell();
        Soak.say("R14: R9 with two processes: %d requests 10 times each, 1 signup and 1 mail for each", rounds);
    }

    /** Every other of them on the other instance. */
    private static Stream<Press> taking(List<Person> people, Shift shift) {
        return IntStream.range(0, people.size())
                .mapToObj(i -> Press.take(people.get(i).window(i), shift));
    }

    private static Stream<Press> leaving(List<Person> people, Shift shift) {
        return IntStream.range(0, people.size())
                .mapToObj(i -> Press.leave(people.get(i).window(i), shift));
    }

    private List<String> press(Stream<Press> all) {
        return Press.atOnce(conference, all.toList());
    }

    private String done(Shift shift) {
        return "303 /%s/shifts#shift-%s".formatted(conference.slug(), shift.id().shiftId());
    }

    private String page(Shift shift) {
        return "/" + conference.slug() + "/shifts/" + shift.id().shiftId();
    }

    private List<Person> people(int number) throws IOException, InterruptedException {
        return processes.people(number, conference, given, jdbc);
    }

    private static List<VolunteerId> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }

    /** Of a quarter of an hour, none at the time of another one. */
    private Shift shift(int round, int places) {
        var from = LocalTime.of(8, 0).plusMinutes(round % SLOTS_A_DAY * 15);
        var number = Given.number();
        return given.shift(
                conference,
                given.timeslot(
                        conference,
                        round / SLOTS_A_DAY,
                        from.toString(),
                        from.plusMinutes(15).toString()),
                given.role(conference, "Role " + number),
                given.place(conference, "Place " + number),
                Need.of(places));
    }

    private List<VolunteerId> on(Shift shift, String state) {
        return jdbc
                .sql("select volunteer_id from signup where shift_id = ? and state = ? order by place_in_line")
                .params(shift.id().shiftId(), state)
                .query(UUID.class)
                .list()
                .stream()
                .map(VolunteerId::new)
                .toList();
    }

    private int mailsTo(Person person) {
        return jdbc.sql("select count(*) from mail join signup on about = signup_id where volunteer_id = ?")
                .param(person.id().volunteerId())
                .query(Integer.class)
                .single();
    }

    private void assertAllIsWell() {
        invariants.assertHoldIn(conference);
        assertThat(invariants.deadlocks()).isEqualTo(deadlocksBefore);
    }
}
