package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.conference.Conference;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.manyhands.signup.history.History;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What eight people are told who take, leave and read the same two shifts all the time could have been told one by one. */
@IntegrationTest
class SignupHistoryTests {

    static final int PEOPLE = 8;

    @Autowired
    private Given given;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private final History history = new History();
    private Conference conference;
    private List<ShiftId> shifts;

    int callsOfEach() {
        return 60;
    }

    int noted() {
        return history.size();
    }

    @BeforeEach
    void openShifts() {
        conference = given.conference();
        shifts = List.of(
                given.shift(conference, "08:00", "10:00", Need.of(2)).id(),
                given.shift(conference, "10:00", "12:00", Need.of(3)).id());
        history.begin(shifts.get(0), 2);
        history.begin(shifts.get(1), 3);
    }

    @Test
    void hasAnOrderThatExplainsIt() throws Exception {
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            var running = given.volunteers(conference, PEOPLE).stream()
                    .map(person -> threads.submit(() -> takeLeaveAndRead(person, new Random(person.hashCode()))))
                    .toList();
            for (var each : running) {
                each.get();
            }
        }
        assertThat(history.size()).isEqualTo(PEOPLE * callsOfEach() * 2);
        history.assertPossible();
        invariants.assertHoldIn(conference);
    }

    private void takeLeaveAndRead(VolunteerId person, Random chance) {
        IntStream.range(0, callsOfEach()).forEach(i -> {
            var shift = shifts.get(chance.nextInt(shifts.size()));
            if (chance.nextBoolean()) {
                take(person, shift);
            } else {
                leave(person, shift);
            }
            read(person, shift, chance.nextBoolean());
        });
    }

    private void take(VolunteerId person, ShiftId shift) {
        var call = history.taking(shift, person);
        switch (signups.signUp(person, List.of(shift), UUID.randomUUID()).getFirst()) {
            case SignupOutcome.Confirmed _ -> call.isDone();
            case SignupOutcome.Refused no when no.rule().equals(SignupRule.HAS_ROOM.name()) -> call.isFull();
            default -> call.isRefused();
        }
    }

    private void leave(VolunteerId person, ShiftId shift) {
        var call = history.leaving(shift, person);
        if (leaving.leave(person, List.of(shift)).left() == 1) {
            call.isDone();
        } else {
            call.isRefused();
        }
    }

    private void read(VolunteerId person, ShiftId shift, boolean forThem) {
        var look = forThem ? history.reading(shift, person) : history.reading(shift, Duration.ZERO);
        look.shows(jdbc.sql("""
                        select count(*) from signup
                        where shift_id = :shift and state = 'CONFIRMED' and (not :forThem or volunteer_id = :person)
                        """)
                .param("shift", shift.shiftId())
                .param("forThem", forThem)
                .param("person", person.volunteerId())
                .query(Integer.class)
                .single());
    }
}
