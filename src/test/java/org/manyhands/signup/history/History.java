package org.manyhands.signup.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;

/**
 * Writes down when calls about shifts begin and how they are answered, from any number of threads, and tells what of it
 * cannot have been. A call is made known before it is sent and answered once it is back; one that is never answered may
 * have had its effect or not. Each shift is a counter, and so is each person's hold on it, which goes no higher than one.
 *
 * <p>What a shift can take must not change meanwhile, all who take or leave it have to be written down, and the same
 * request sent twice is one call.
 */
public final class History {

    private final LongSupplier clock;
    private final Map<ShiftId, Start> starts = new ConcurrentHashMap<>();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Look> looks = new ConcurrentLinkedQueue<>();

    public History() {
        this(System::nanoTime);
    }

    History(LongSupplier clock) {
        this.clock = clock;
    }

    /** @param capacity without the places held for nobody in particular */
    private record Start(int capacity, Set<VolunteerId> holders) {}

    /** A shift of which something will be written down, and who is on it by now. */
    public void begin(ShiftId shift, int capacity, VolunteerId... holders) {
        starts.put(shift, new Start(capacity, Set.of(holders)));
    }

    /** Somebody asks for a place. */
    public Call taking(ShiftId shift, VolunteerId person) {
        return noted(new Call(1, shift, person));
    }

    /** Somebody gives their place back. */
    public Call leaving(ShiftId shift, VolunteerId person) {
        return noted(new Call(-1, shift, person));
    }

    private Call noted(Call call) {
        calls.add(call);
        return call;
    }

    /** Somebody reads how many have the shift, on a page that may be that old. */
    public Look reading(ShiftId shift, Duration staleness) {
        return new Look(new Shift(shift), staleness);
    }

    /** Somebody reads, on a page made for them, whether that person has the shift. */
    public Look reading(ShiftId shift, VolunteerId person) {
        return new Look(new Hold(shift, person), Duration.ZERO);
    }

    /** What is counted. */
    private sealed interface Counted {}

    private record Shift(ShiftId shift) implements Counted {}

    private record Hold(ShiftId shift, VolunteerId person) implements Counted {}

    private enum Answer {
        NONE,
        DONE,
        REFUSED,
        FULL,
        WAITING
    }

    /** A change that somebody asks for. */
    public final class Call {

        private final int by;
        private final ShiftId shift;
        private final VolunteerId person;
        private final long invoked = clock.getAsLong();
        private volatile Answer answer = Answer.NONE;
        private volatile long answered = Change.NEVER;
        private volatile long happened = Change.NEVER;

        private Call(int by, ShiftId shift, VolunteerId person) {
            this.by = by;
            this.shift = shift;
            this.person = person;
        }

        /** They have the place now, or have left it. */
        public void isDone() {
            answer(Answer.DONE);
            happened = answered;
        }

        /** Nothing changed, for a reason that has nothing to do with how many there are. */
        public void isRefused() {
            answer(Answer.REFUSED);
        }

        /** Nothing changed, for there was no place. */
        public void isFull() {
            answer(Answer.FULL);
        }

        /** There was no place; they wait for one, which from now on may become theirs at any time. */
        public void waits() {
            answer(Answer.WAITING);
        }

        /** Who waited was just found to have the place. */
        public void isPromoted() {
            happened = clock.getAsLong();
        }

        private void answer(Answer given) {
            answered = clock.getAsLong();
            answer = given;
        }

        private boolean mayHaveHappened() {
            return answer != Answer.REFUSED && answer != Answer.FULL;
        }

        private boolean foundNoPlace() {
            return answer == Answer.FULL || answer == Answer.WAITING;
        }

        private String words() {
            var what = by > 0 ? "takes" : "leaves";
            return "%s %s %s, %s after %d to %d ns"
                    .formatted(person.volunteerId(), what, shift.shiftId(), answer, invoked, answered);
        }
    }

    /** A reading under way. */
    public final class Look {

        private final Counted what;
        private final Duration staleness;
        private final long invoked = clock.getAsLong();
        private volatile int shown;
        private volatile long answered;

        private Look(Counted what, Duration staleness) {
            this.what = what;
            this.staleness = staleness;
        }

        /** So many; of one person, 1 or 0. One that shows nothing need not be told of. */
        public void shows(int number) {
            shown = number;
            answered = clock.getAsLong();
            looks.add(this);
        }

        private Reading asReading() {
            var words = "reading of %s, %d to %d ns".formatted(what, invoked, answered);
            return new Reading(shown, invoked - staleness.toNanos(), answered, words);
        }
    }

    /** To be asked once all threads are done. */
    public void assertPossible() {
        assertThat(findings()).as("what no order of the calls explains").isEmpty();
    }

    /** How many calls and readings were written down. */
    public int size() {
        return calls.size() + looks.size();
    }

    List<String> findings() {
        var counters = new HashMap<Counted, CounterHistory>();
        starts.forEach((shift, start) -> {
            counters.put(new Shift(shift), new CounterHistory(start.holders().size(), start.capacity()));
            start.holders().forEach(person -> counters.put(new Hold(shift, person), new CounterHistory(1, 1)));
        });
        calls.forEach(call -> addTo(counters, call));
        looks.forEach(look -> of(look.what, counters).add(look.asReading()));
        return counters.values().stream()
                .flatMap(counter -> counter.findings().stream())
                .toList();
    }

    private void addTo(Map<Counted, CounterHistory> counters, Call call) {
        var shift = of(new Shift(call.shift), counters);
        if (call.mayHaveHappened()) {
            var change = new Change(call.by, call.invoked, call.happened, call.words());
            Stream.of(shift, of(new Hold(call.shift, call.person), counters)).forEach(counter -> counter.add(change));
        }
        if (call.foundNoPlace()) {
            shift.add(new Refusal(call.mayHaveHappened(), call.invoked, call.answered, call.words()));
        }
    }

    private static CounterHistory of(Counted what, Map<Counted, CounterHistory> counters) {
        return switch (what) {
            case Shift shift -> Objects.requireNonNull(counters.get(shift), "begin(…) first: " + shift);
            case Hold hold -> counters.computeIfAbsent(hold, _ -> new CounterHistory(0, 1));
        };
    }
}
