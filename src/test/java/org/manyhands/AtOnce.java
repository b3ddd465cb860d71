package org.manyhands;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Lets many do something at the same time, each in a thread of their own. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of them got, in their order; one that fails fails the test. */
    public static <T, R> List<R> each(List<T> all, Function<T, R> action) {
        var start = new CyclicBarrier(all.size());
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            var running = threads.invokeAll(all.stream()
                    .map(each -> (Callable<R>) () -> {
                        start.await();
                        return action.apply(each);
                    })
                    .toList());
            return running.stream().map(AtOnce::resultOf).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static void run(Runnable... all) {
        each(List.of(all), one -> {
            one.run();
            return true;
        });
    }

    public static <R> List<R> times(int times, Function<Integer, R> action) {
        return each(IntStream.range(0, times).boxed().toList(), action);
    }

    private static <R> R resultOf(Future<R> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError("one of the threads failed", e);
        }
    }
}
