package org.manyhands.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs calls, so many at a time, and tells how long each took. */
final class Load {

    private Load() {}

    /** Milliseconds: of all from first to last, and of each call, ascending. */
    record Times(double all, double[] each) {

        double perSecond() {
            return each.length * 1000 / all;
        }

        double percentile(int percent) {
            return each[Math.min(each.length - 1, each.length * percent / 100)];
        }
    }

    static Times run(int atOnce, List<? extends Callable<?>> calls) {
        var each = new double[calls.size()];
        var next = new AtomicInteger();
        var begun = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < atOnce; i++) {
                all.add(people.submit(() -> {
                    for (int call = next.getAndIncrement(); call < calls.size(); call = next.getAndIncrement()) {
                        var start = System.nanoTime();
                        calls.get(call).call();
                        each[call] = (System.nanoTime() - start) / 1e6;
                    }
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        var millis = (System.nanoTime() - begun) / 1e6;
        Arrays.sort(each);
        return new Times(millis, each);
    }
}
