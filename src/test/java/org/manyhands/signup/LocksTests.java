package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.shift.Timeslots;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who waits for whom, and holding what: each of these stops a change at a lock that the test holds, and looks. A race
 * finds a missing lock sometimes; this does each time.
 */
@IntegrationTest
class LocksTests {

    @Autowired
    private Given given;

    @Autowired
    private SignupLocks locks;

    @Autowired
    private Leaving leaving;

    @Autowired
    private Waitlist waitlist;

    @Autowired
    private SignupService signups;

    @Autowired
    private Timeslots timeslots;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private TransactionOperations transaction;

    private Conference conference;
    private Organizer organizer;
    private Shift desk;
    private Shift bags;
    private VolunteerId ida;
    private VolunteerId noor;

    @BeforeEach
    void open() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        bags = given.shift(conference, "14:00", "15:00", Need.of(1));
        ida = given.volunteer(conference);
        noor = given.volunteer(conference);
    }

    @Test
    void areTakenOfPersonsBeforeShifts() throws Exception {
        try (var stop = new Held("volunteer", ida.volunteerId())) {
            var taking = begin(() -> signups.signUp(ida, List.of(desk.id()), UUID.randomUUID()));
            stop.untilSomebodyWaits();
            assertThat(isFree("shift", desk.id().shiftId())).isTrue();
            stop.close();
            assertThat(taking.get()).singleElement().isInstanceOf(SignupOutcome.Confirmed.class);
        }
    }

    @Test
    void areTakenOfTheEarlierPersonFirst() throws Exception {
        var both = List.of(noor, ida);
        for (var change : List.<Runnable>of(() -> locks.take(both, List.of()), () -> locks.hold(both, List.of()))) {
            try (var stop = new Held("volunteer", ida.volunteerId())) {
                var taking = beginTransaction(change);
                stop.untilSomebodyWaits();
                assertThat(isFree("volunteer", noor.volunteerId())).isTrue();
                stop.close();
                taking.get();
            }
        }
    }

    @Test
    void areTakenOfTheEarlierShiftFirst() throws Exception {
        var both = List.of(bags.id(), desk.id());
        for (var change : List.<Runnable>of(() -> locks.take(ida, both), () -> locks.hold(List.of(), both))) {
            try (var stop = new Held("shift", desk.id().shiftId())) {
                var taking = beginTransaction(change);
                stop.untilSomebodyWaits();
                assertThat(isFree("shift", bags.id().shiftId())).isTrue();
                stop.close();
                taking.get();
            }
        }
    }

    @Test
    void areTakenOfWhoeverIsPromotedAndThenOfTheShift() throws Exception {
        given.signUp(noor, desk);
        signups.signUpOrWait(ida, desk.id(), UUID.randomUUID());
        var freed = leaving.leave(noor, List.of(desk.id())).toServe();
        try (var stop = new Held("volunteer", ida.volunteerId())) {
            var serving = begin(() -> {
                waitlist.serve(freed);
                return true;
            });
            stop.untilSomebodyWaits();
            assertThat(isFree("shift", desk.id().shiftId())).isTrue();
            stop.close();
            serving.get();
        }
        assertThat(jdbc.sql("select state from signup where shift_id = ? order by place_in_line")
                        .param(desk.id().shiftId())
                        .query(String.class)
                        .list())
                .containsExactly("WITHDRAWN", "CONFIRMED");
    }

    /** The move has read who is on the shift, and is stopped before it can lock them. */
    @Test
    void areTakenOfWhoeverCameOntoAShiftThatIsBeingMoved() throws Exception {
        var stage = given.shift(conference, "11:00", "12:00", Need.of(2));
        given.signUp(ida, stage);
        try (var stop = new Held("volunteer", ida.volunteerId())) {
            var moving = begin(() -> move(stage, "16:00", "17:00"));
            stop.untilSomebodyWaits();
            given.signUp(noor, stage);
            try (var again = new Held("volunteer", noor.volunteerId())) {
                stop.close();
                again.untilSomebodyWaits();
            }
            assertThat(moving.get()).hasStatus(HttpStatus.SEE_OTHER);
        }
    }

    @Test
    void areTakenOfWhoeverCameWithAShiftIntoATimeslotThatIsBeingMoved() throws Exception {
        given.signUp(ida, desk);
        try (var stop = new Held("volunteer", ida.volunteerId())) {
            var moving = begin(() -> move(desk, "16:00", "18:00"));
            stop.untilSomebodyWaits();
            given.signUp(noor, besides(desk));
            try (var again = new Held("volunteer", noor.volunteerId())) {
                stop.close();
                again.untilSomebodyWaits();
            }
            assertThat(moving.get()).hasStatus(HttpStatus.SEE_OTHER);
        }
    }

    /** The move is stopped where it takes off somebody torn: by then it knows all shifts that it moves. */
    @Test
    void letNoShiftIntoATimeslotThatIsBeingMoved() throws Exception {
        given.signUp(ida, desk, bags);
        var torn = jdbc.sql("select signup_id from signup where volunteer_id = ? and shift_id = ?")
                .params(ida.volunteerId(), desk.id().shiftId())
                .query(UUID.class)
                .single();
        try (var stop = new Held("signup", torn)) {
            var moving = begin(() -> move(desk, "14:00", "16:00"));
            var mover = stop.untilSomebodyWaits();
            var coming = begin(() -> besides(desk));
            untilSomebodyWaitsFor(mover);
            stop.close();
            assertThat(moving.get()).hasStatus(HttpStatus.SEE_OTHER);
            assertThat(coming).failsWithin(Duration.ofSeconds(30));
        }
    }

    /** Another shift in the timeslot of one. */
    private Shift besides(Shift shift) {
        var number = Given.number();
        return given.shift(
                conference,
                timeslots.findById(shift.timeslotId()).orElseThrow(),
                given.role(conference, "Role " + number),
                given.place(conference, "Place " + number),
                Need.of(1));
    }

    private MvcTestResult move(Shift shift, String from, String to) {
        return organizer.post(
                "/timeslots/" + shift.timeslotId().timeslotId(),
                "day",
                conference.firstDay().toString(),
                "from",
                from,
                "to",
                to,
                "version",
                "0",
                "people",
                "move");
    }

    private static <T> FutureTask<T> begin(Callable<T> change) {
        var begun = new FutureTask<>(change);
        Thread.ofVirtual().start(begun);
        return begun;
    }

    private FutureTask<Boolean> beginTransaction(Runnable change) {
        return begin(() -> {
            transaction.executeWithoutResult(_ -> change.run());
            return true;
        });
    }

    private boolean isFree(String table, UUID id) {
        return jdbc.sql("select 1 from %1$s where %1$s_id = ? for no key update skip locked".formatted(table))
                .param(id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Which of the server's processes does. */
    private int untilSomebodyWaitsFor(int process) {
        return await().until(
                        () -> jdbc.sql("select pid from pg_stat_activity where ? = any (pg_blocking_pids(pid))")
                                .param(process)
                                .query(Integer.class)
                                .list(),
                        waiting -> !waiting.isEmpty())
                .getFirst();
    }

    /** A row that the test has locked, in a transaction of its own. */
    private final class Held implements AutoCloseable {

        private final Connection connection;
        private final int process;

        Held(String table, UUID id) throws SQLException {
            connection = database.getConnection();
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement(
                    "select pg_backend_pid() from %1$s where %1$s_id = ? for no key update".formatted(table))) {
                lock.setObject(1, id);
                var row = lock.executeQuery();
                row.next();
                process = row.getInt(1);
            }
        }

        int untilSomebodyWaits() {
            return untilSomebodyWaitsFor(process);
        }

        /** Once or twice. */
        @Override
        public void close() throws SQLException {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.close();
            }
        }
    }
}
