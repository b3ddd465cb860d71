package org.manyhands.signup.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The quick checker against slow ones that are plainly right, over many small histories made by chance. */
class CounterHistoryTests {

    /** Always the same chance, so that a failure can be looked at. */
    private final Random chance = new Random(1990);

    private record Case(int before, int capacity, List<Change> changes) {}

    private Case anyCase() {
        var capacity = chance.nextInt(4);
        return new Case(
                chance.nextInt(capacity + 1),
                capacity,
                IntStream.range(0, chance.nextInt(1, 8))
                        .mapToObj(i -> anyChange())
                        .toList());
    }

    private Change anyChange() {
        var invoked = chance.nextInt(10);
        var returned = chance.nextInt(8) == 0 ? Change.NEVER : invoked + chance.nextInt(8);
        return new Change(chance.nextBoolean() ? 1 : -1, invoked, returned, "a change");
    }

    @Test
    void saysWhatTryingEveryOrderSays() {
        var possible = 0;
        for (var round = 0; round < 50_000; round++) {
            var any = anyCase();
            var expected = new EveryOrder(any).explainsAll();
            assertThat(Sweep.findings(any.before(), any.capacity(), any.changes())
                            .isEmpty())
                    .as("%s", any)
                    .isEqualTo(expected);
            possible += expected ? 1 : 0;
        }
        assertThat(possible)
                .as("as many of the one kind as of the other, or nearly")
                .isBetween(10_000, 40_000);
    }

    /** Takes, one after the other, whatever has begun before any change still open was answered. */
    private static final class EveryOrder {

        private final Case asked;
        private final Set<Integer> deadEnds = new HashSet<>();

        EveryOrder(Case asked) {
            this.asked = asked;
        }

        boolean explainsAll() {
            return explains(0, asked.before());
        }

        /** @param happened a bit for each change; the count follows from these */
        private boolean explains(int happened, int count) {
            var open = IntStream.range(0, asked.changes().size())
                    .filter(i -> (happened & 1 << i) == 0)
                    .toArray();
            var due = IntStream.of(open)
                    .mapToLong(i -> asked.changes().get(i).returned())
                    .min()
                    .orElse(Change.NEVER);
            if (due == Change.NEVER) {
                return true;
            }
            if (!deadEnds.add(happened)) {
                return false;
            }
            return IntStream.of(open)
                    .filter(i -> asked.changes().get(i).invoked() <= due)
                    .filter(i -> isInBounds(count + asked.changes().get(i).by()))
                    .anyMatch(i -> explains(
                            happened | 1 << i, count + asked.changes().get(i).by()));
        }

        private boolean isInBounds(int count) {
            return count >= 0 && count <= asked.capacity();
        }
    }

    /** Calls around instants at which a true counter changed or was read, in the order of these instants. */
    @Test
    void findsNothingInWhatReallyHappened() {
        for (var round = 0; round < 2_000; round++) {
            var capacity = chance.nextInt(1, 5);
            var history = new CounterHistory(0, capacity);
            var count = 0;
            for (var instant = 0; instant < 200; instant++) {
                var invoked = instant - chance.nextInt(20);
                var returned = instant + chance.nextInt(20);
                var up = chance.nextBoolean();
                if (up && count == capacity) {
                    history.add(new Refusal(false, invoked, returned, "a refusal"));
                } else if (chance.nextInt(3) == 0) {
                    history.add(new Reading(count, invoked, returned, "a reading"));
                } else if (up || count > 0) {
                    var by = up ? 1 : -1;
                    count += by;
                    history.add(new Change(by, invoked, chance.nextInt(50) == 0 ? Change.NEVER : returned, "a change"));
                }
            }
            assertThat(history.findings()).isEmpty();
        }
    }

    @Test
    void saysOfAReadingWhatLookingAtEveryInstantSays() {
        for (var round = 0; round < 20_000; round++) {
            var any = anyCase();
            var reading = new Reading(chance.nextInt(-1, 5), chance.nextInt(-2, 20), 0, "a reading");
            var until = reading.invoked() + chance.nextInt(10);
            assertThat(new Bounds(any.before(), any.capacity(), any.changes())
                            .allow(reading.shown(), reading.invoked(), until))
                    .as("%s, %s until %d", any, reading, until)
                    .isEqualTo(someInstantExplains(any, reading.shown(), reading.invoked(), until));
        }
    }

    /** What was possible between two instants was so at the first of them, too. */
    private static boolean someInstantExplains(Case any, int shown, long from, long until) {
        var numbers = new ArrayList<Integer>();
        for (var moment = from; moment <= until; moment++) {
            numbers.addAll(numbersAt(any, moment));
        }
        return shown >= 0 && shown <= any.capacity() && numbers.contains(shown);
    }

    /** What is answered only now need not have happened yet, and what begins now may have. */
    private static List<Integer> numbersAt(Case any, long moment) {
        var least = any.before();
        var most = any.before();
        for (var change : any.changes()) {
            var begun = change.invoked() <= moment;
            var over = change.returned() < moment;
            least += change.by() > 0 ? (over ? 1 : 0) : (begun ? -1 : 0);
            most += change.by() > 0 ? (begun ? 1 : 0) : (over ? -1 : 0);
        }
        return IntStream.rangeClosed(least, most).boxed().toList();
    }

    @Test
    void readsAHundredThousandCallsOfOneCounter() {
        var history = new CounterHistory(0, 10);
        for (var i = 0; i < 50_000; i++) {
            history.add(new Change(i % 2 == 0 ? 1 : -1, 2L * i, 2L * i + 5, "a change"));
            history.add(new Reading(1, 2L * i, 2L * i + 5, "a reading"));
        }
        assertThat(history.findings()).isEmpty();
    }
}
