package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody at once: no place is given twice, none is left over, and nobody is told a lie, round after round. */
@Tag("race")
@IntegrationTest
class RushTests {

    @Autowired
    private Given given;

    @Autowired
    private SignupService signups;

    @Autowired
    private Invariants invariants;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource pool;

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    @AfterEach
    void readCommittedAsEver() throws SQLException {
        isolate("read committed");
    }

    /** R1 of the yardsticks, a third of its rounds; without its guard every one of 20 is oversold, see the soak. */
    @Test
    void givesTenPlacesToTenOfFifty() {
        var conference = given.conference();
        var people = given.volunteers(conference, 50);
        for (var shift : given.shiftsInARow(conference, 100, Need.of(10))) {
            assertExact(people, shift, 10);
        }
        print("50 people, 10 places, 100 rounds");
        invariants.assertHoldIn(conference);
    }

    /** R2. */
    @Test
    void givesTheLastPlaceToOneOfFifty() {
        var conference = given.conference();
        var people = given.volunteers(conference, 50);
        for (var shift : given.shiftsInARow(conference, 100, Need.of(1))) {
            assertExact(people, shift, 1);
        }
        print("50 people, 1 place, 100 rounds");
        invariants.assertHoldIn(conference);
    }

    /** R2: each asks for all of them, and they are at different times. */
    @Test
    void givesEightTimesThreePlacesToTwoHundred() {
        var conference = given.conference();
        var shifts = given.shiftsInARow(conference, 8, Need.of(3));
        var answers = AtOnce.each(
                given.volunteers(conference, 200), volunteer -> signups.signUp(volunteer, shifts, UUID.randomUUID()));
        assertThat(answers.stream().flatMap(List::stream).filter(SignupOutcome.Confirmed.class::isInstance))
                .hasSize(24);
        assertThat(shifts).allSatisfy(shift -> {
            assertThat(taken(shift)).isEqualTo(3);
            assertThat(confirmedOn(shift)).isEqualTo(3);
        });
        invariants.assertHoldIn(conference);
    }

    /** R8: a counter is right at every level, where a lock followed by a count is not. */
    @ParameterizedTest
    @ValueSource(strings = {"repeatable read", "serializable"})
    void isAsExactAtEveryIsolationLevel(String level) throws SQLException {
        var conference = given.conference();
        var people = given.volunteers(conference, 30);
        isolate(level);
        for (var shift : given.shiftsInARow(conference, 20, Need.of(5))) {
            assertExact(people, shift, 5);
        }
        print("30 people, 5 places, 20 rounds, " + level);
        invariants.assertHoldIn(conference);
    }

    private void assertExact(List<VolunteerId> people, ShiftId shift, int places) {
        var answers = AtOnce.each(people, volunteer -> take(volunteer, shift));
        assertThat(answers)
                .filteredOn(SignupOutcome.Confirmed.class::isInstance)
                .hasSize(places);
        assertThat(answers)
                .filteredOn(SignupOutcome.Refused.class::isInstance)
                .hasSize(people.size() - places)
                .allSatisfy(answer ->
                        assertThat(((SignupOutcome.Refused) answer).rule()).isEqualTo("HAS_ROOM"));
        assertThat(taken(shift)).isEqualTo(places);
        assertThat(confirmedOn(shift)).isEqualTo(places);
    }

    /** Where the database gave up on somebody they are told so, and press again. */
    private SignupOutcome take(VolunteerId volunteer, ShiftId shift) {
        var began = System.nanoTime();
        try {
            while (true) {
                try {
                    return signups.signUp(volunteer, List.of(shift), UUID.randomUUID())
                            .getFirst();
                } catch (ConcurrencyFailureException again) {
                    assertThat(again).hasNoSuppressedExceptions();
                }
            }
        } finally {
            nanos.add(System.nanoTime() - began);
        }
    }

    /** The level new transactions have that ask for none. */
    private void isolate(String level) throws SQLException {
        jdbc.sql("do $$ begin execute format('alter database %I set default_transaction_isolation to ''" + level
                        + "''', current_database()); end $$")
                .update();
        Objects.requireNonNull(pool.unwrap(HikariDataSource.class).getHikariPoolMXBean())
                .softEvictConnections();
    }

    private void print(String what) {
        var sorted = new ArrayList<>(nanos);
        sorted.sort(null);
        System.out.printf(
                "%s: p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.getLast() / 1e6);
    }

    private int taken(ShiftId shift) {
        return number("select taken from shift where shift_id = ?", shift);
    }

    private int confirmedOn(ShiftId shift) {
        return number("select count(*) from signup where state = 'CONFIRMED' and shift_id = ?", shift);
    }

    private int number(String sql, ShiftId shift) {
        return jdbc.sql(sql).param(shift.shiftId()).query(Integer.class).single();
    }
}
