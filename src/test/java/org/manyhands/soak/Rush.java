package org.manyhands.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.manyhands.PlainBrowser;

/** The opening of the sign-up: everybody is at the page, reads it, and presses, again and again. */
final class Rush {

    private static final int SIGNING_IN_AT_ONCE = 8;
    private static final int THINKS_AT_MOST_MILLIS = 4_000;

    private final String slug;
    private final List<String> shifts;
    private final Map<String, PlainBrowser> people = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final LongAdder pages = new LongAdder();
    private final LongAdder tooBusy = new LongAdder();

    Rush(String slug, List<String> shifts) {
        this.slug = slug;
        this.shifts = shifts;
    }

    /** Who was told that they have which shift: "email shift". */
    Set<String> acknowledged() {
        return acknowledged;
    }

    void signIn(Map<String, PlainBrowser> browsers) {
        people.putAll(browsers);
        all(
                SIGNING_IN_AT_ONCE,
                browsers.entrySet().stream()
                        .map(person -> (Callable<Void>) () -> {
                            person.getValue().followLinkMailedTo(person.getKey());
                            assertThat(person.getValue()
                                            .get("/" + slug + "/shifts")
                                            .statusCode())
                                    .isEqualTo(200);
                            return null;
                        })
                        .toList());
    }

    void last(Duration time) {
        var end = Instant.now().plus(time);
        all(
                people.size(),
                people.entrySet().stream()
                        .map(person -> (Callable<Void>) () -> {
                            readAndPress(person.getKey(), person.getValue(), end);
                            return null;
                        })
                        .toList());
    }

    private void readAndPress(String email, PlainBrowser browser, Instant end)
            throws IOException, InterruptedException {
        var chance = new Random(email.hashCode());
        while (Instant.now().isBefore(end)) {
            var page = browser.get("/" + slug + "/shifts");
            assertThat(page.statusCode()).isIn(200, 503);
            pages.increment();
            if (page.statusCode() == 503) {
                tooBusy.increment();
            }
            for (var press = 0; press < 3; press++) {
                TimeUnit.MILLISECONDS.sleep(chance.nextInt(THINKS_AT_MOST_MILLIS));
                var shift = shifts.get(chance.nextInt(shifts.size()));
                if (press(browser, shift)) {
                    acknowledged.add(email + " " + shift);
                }
            }
        }
    }

    /** Told to come again, they send the same form again. */
    private boolean press(PlainBrowser browser, String shift) throws IOException, InterruptedException {
        var form = Map.of("requestId", UUID.randomUUID().toString());
        while (true) {
            var began = System.nanoTime();
            var answer = browser.post("/" + slug + "/shifts/" + shift + "/signup", form);
            millis.add((System.nanoTime() - began) / 1e6);
            if (answer.statusCode() != 503) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
                return answer.headers().firstValue("Location").orElse("").endsWith("#shift-" + shift);
            }
            tooBusy.increment();
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static void all(int atOnce, List<Callable<Void>> calls) {
        try (var threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            for (var one : threads.invokeAll(calls)) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("somebody met a failure", e);
        }
    }

    String inFigures() {
        var sorted = new ArrayList<>(millis);
        sorted.sort(null);
        return "%d people, %d pages, %d sign-ups sent, %d places taken, %d told too busy, p50 %.0f ms, p99 %.0f ms"
                .formatted(
                        people.size(),
                        pages.sum(),
                        sorted.size(),
                        acknowledged.size(),
                        tooBusy.sum(),
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 99 / 100));
    }
}
