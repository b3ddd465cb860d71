package org.manyhands.account;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Does one thing in many threads at once. */
final class AtTheSameTime {

    private AtTheSameTime() {}

    static <T> List<T> times(int count, Callable<T> what) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(
                    IntStream.range(0, count).mapToObj(i -> what).toList())) {
                results.add(done.get());
            }
            return results;
        }
    }
}
