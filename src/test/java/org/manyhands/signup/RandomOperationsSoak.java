package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.operations.Invariants;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.Need;
import org.manyhands.soak.Soak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** R6 of the yardsticks: everything that can happen to signups does, in any order and all at once, and nothing is ever amiss. */
@IntegrationTest
class RandomOperationsSoak {

    private static final int THREADS = 16;
    private static final int PEOPLE = 80;
    private static final int TIMESLOTS = 6;
    private static final int SHIFTS_IN_EACH = 4;

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private Covers covers;

    @Autowired
    private Swaps swaps;

    @Autowired
    private Offers offers;

    @Autowired
    private Waitlist waitlist;

    @Autowired
    private Assigning assigning;

    @Autowired
    private Reassigning reassigning;

    @Autowired
    private WalkingIn walkingIn;

    @Autowired
    private Merging merging;

    @Autowired
    private Clearing clearing;

    @Autowired
    private Invariants invariants;

    @Autowired
    private JdbcClient jdbc;

    private final Map<RandomOperation, LongAdder> done = new ConcurrentHashMap<>();
    private final LongAdder toldTooBusy = new LongAdder();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void neverBreaksAnInvariant() throws InterruptedException {
        var seed = Long.getLong("soak.seed", System.nanoTime());
        Soak.say("R6 begins with -Dsoak.seed=%d", seed);
        var conference = given.conference();
        var world = worldOf(conference);
        var deadlocksBefore = invariants.deadlocks();
        var end = Instant.now().plus(Duration.ofSeconds(Soak.of(120, 600)));
        var checks = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var thread = 0; thread < THREADS; thread++) {
                var chance = new Random(seed + thread);
                threads.submit(() -> actUntil(end, world, chance));
            }
            threads.shutdown();
            while (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                invariants.assertHold();
                checks++;
            }
        }
        invariants.assertHold();
        invariants.assertHoldIn(conference);
        var operations = done.values().stream().mapToLong(LongAdder::sum).sum();
        Soak.say(
                "R6: %d threads, %d operations %s, %d told too busy, %d checks, 0 violations, %d deadlocks, %d signups left",
                THREADS,
                operations,
                new TreeMap<>(done),
                toldTooBusy.sum(),
                checks,
                invariants.deadlocks() - deadlocksBefore,
                held());
        assertThat(failures).as("failures with seed %d", seed).isEmpty();
        assertThat(done).containsOnlyKeys(RandomOperation.values());
        assertThat(invariants.deadlocks()).isEqualTo(deadlocksBefore);
    }

    /** Each shift has little room; a third of them is so soon, a day or two ahead, that a freed place is only offered. */
    private RandomWorld worldOf(Conference conference) {
        jdbc.sql("update conference set waitlist_cutoff = interval '7 days' where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        for (var slot = 0; slot < TIMESLOTS; slot++) {
            var timeslot = given.timeslot(
                    conference,
                    slot % 3 == 0 ? -28 : slot % 3,
                    "%02d:00".formatted(8 + slot),
                    "%02d:30".formatted(9 + slot));
            for (var i = 0; i < SHIFTS_IN_EACH; i++) {
                var number = Given.number();
                given.shift(
                        conference,
                        timeslot,
                        given.role(conference, "Role " + number),
                        given.place(conference, "Place " + number),
                        Need.between(1, 2, 2 + i));
            }
        }
        var organizers = new ArrayList<Organizer>();
        for (var i = 0; i < 2; i++) {
            organizers.add(new Organizer(mvc, given.organizer(conference), conference));
        }
        return new RandomWorld(
                conference,
                given.volunteers(conference, PEOPLE),
                organizers,
                new RandomWorld.Services(
                        signups,
                        leaving,
                        covers,
                        swaps,
                        offers,
                        waitlist,
                        assigning,
                        reassigning,
                        walkingIn,
                        merging,
                        clearing,
                        jdbc));
    }

    /** Does each thing once, so that none is left out of a short run, and then whatever comes. */
    private void actUntil(Instant end, RandomWorld world, Random chance) {
        var each = new ArrayDeque<>(List.of(RandomOperation.values()));
        while (failures.isEmpty() && (!each.isEmpty() || Instant.now().isBefore(end))) {
            var operation = each.isEmpty() ? RandomOperation.any(chance) : each.remove();
            try {
                operation.happenIn(world, chance);
                done.computeIfAbsent(operation, _ -> new LongAdder()).increment();
            } catch (FormRefusal refused) {
                // On a page the form comes back with a reason: as good an answer as any
                done.computeIfAbsent(operation, _ -> new LongAdder()).increment();
            } catch (NotFound gone) {
                // On a page that is a 404: somebody who walked in has become another one meanwhile
                done.computeIfAbsent(operation, _ -> new LongAdder()).increment();
            } catch (ConcurrencyFailureException tooBusy) {
                // On a page that is a 503, which asks to come again
                toldTooBusy.increment();
            } catch (RuntimeException | AssertionError e) {
                failures.add(new AssertionError(operation + " failed: " + e, e));
            }
        }
    }

    private long held() {
        return jdbc.sql("select count(*) from signup where state = 'CONFIRMED'")
                .query(Long.class)
                .single();
    }
}
