package org.manyhands.schedulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spoils a file of each kind in many ways, always the same ones: what comes is entries or a sentence. The ordinary build
 * tries few of each; {@code -Dfuzz=1000} says how many, and {@link ScheduleFuzzSoak} tries a thousand.
 */
class ScheduleFuzzTests {

    private static final int FEW = 24;

    /** Of one file, with the garbage made on the way; the files grow to about half a megabyte. */
    private static final long MOST_BYTES = 200L << 20;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "days.xml",
                "days.json",
                "calendar.ics",
                "sessionize-all.json",
                "sessionize-sessions.json",
                "sessionize-grid.json",
                "headings.csv"
            })
    void comesToEntriesOrToASentence(String name) {
        var file = Schedules.bytes(name);
        var random = new Random(name.hashCode());
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long refused = 0;
        long longest = 0;
        long most = 0;
        var began = System.nanoTime();
        for (var time = 0; time < times(); time++) {
            var mutation = Mutation.values()[time % Mutation.values().length];
            var spoilt = mutation.of(random.nextInt(4) == 0 ? PIECES.of(file, random) : file, random);
            var allocated = threads.getCurrentThreadAllocatedBytes();
            var start = System.nanoTime();

            var outcome = ScheduleReader.read(spoilt, Schedules.DAYS);

            longest = Math.max(longest, System.nanoTime() - start);
            most = Math.max(most, threads.getCurrentThreadAllocatedBytes() - allocated);
            refused += hasSense(outcome, mutation + " " + time) ? 1 : 0;
        }
        System.out.printf(
                "%s: %d files, %d refused, %d ms in all, %d ms and %d MB at most for one%n",
                name, times(), refused, (System.nanoTime() - began) / 1_000_000, longest / 1_000_000, most >> 20);
        assertThat(Duration.ofNanos(longest)).isLessThan(LONGEST);
        assertThat(most).isLessThan(MOST_BYTES);
    }

    /** How often each file is spoilt. */
    int times() {
        return Integer.getInteger("fuzz", FEW);
    }

    private static final Mutation PIECES = Mutation.PIECE_TWICE;

    /** Whether it is a refusal. */
    private static boolean hasSense(ScheduleRead outcome, String as) {
        switch (outcome) {
            case ScheduleRead.Refused refused ->
                assertThat(refused.because()).as(as).endsWith(".").doesNotContain("damaged");
            case ScheduleRead.Read read -> hasSense(read, as);
        }
        return outcome instanceof ScheduleRead.Refused;
    }

    private static void hasSense(ScheduleRead.Read read, String as) {
        assertThat(read.entries().size() + read.unread().size()).as(as).isBetween(1, Caps.ENTRIES);
        assertThat(read.entries().stream().map(Entry::key)).as(as).doesNotHaveDuplicates();
        assertThat(read.entries()).as(as).allSatisfy(entry -> {
            assertThat(entry.key()).hasSizeLessThanOrEqualTo(Caps.KEY);
            assertThat(entry.title()).isNotBlank().hasSizeLessThanOrEqualTo(Caps.TITLE);
            assertThat(entry.text()).hasSizeLessThanOrEqualTo(Caps.TEXT).doesNotContain("\u0000");
            assertThat(entry.end()).isAfterOrEqualTo(entry.start());
            assertThat(entry.speakers()).hasSizeLessThanOrEqualTo(Caps.NAMES);
        });
        assertThat(read.unread()).as(as).allSatisfy(unread -> {
            assertThat(unread.because()).endsWith(".");
            assertThat(unread.said()).hasSizeLessThanOrEqualTo(Caps.SAID);
        });
    }
}
