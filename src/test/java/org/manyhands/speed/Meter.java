package org.manyhands.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What processes cost, by the operating system's own accounts (proc(5)). */
record Meter(long application, long postmaster) {

    /** A tick of the accounts: USER_HZ is 100 on every Linux that runs Java. */
    private static final int MILLIS_PER_TICK = 10;

    /** CPU milliseconds used so far. */
    record Cpu(long application, long postgres) {

        Cpu since(Cpu earlier) {
            return new Cpu(application - earlier.application, postgres - earlier.postgres);
        }
    }

    Cpu cpu() {
        var ofServers = children().stream().mapToLong(pid -> ticks(pid, 13, 14)).sum();
        // Of the postmaster also what its children used that have ended
        return new Cpu(
                ticks(application, 13, 14) * MILLIS_PER_TICK,
                (ofServers + ticks(postmaster, 13, 14, 15, 16)) * MILLIS_PER_TICK);
    }

    /** VmRSS or VmHWM of the application, in megabytes. */
    long megabytes(String what) {
        var matcher = Pattern.compile(what + ":\\s+(\\d+) kB").matcher(read(application, "status"));
        return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : 0;
    }

    private List<Long> children() {
        return ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Sum of fields, counted from zero; the second, the program's name, may hold blanks and ends with a bracket. */
    private static long ticks(long pid, int... fields) {
        var stat = read(pid, "stat");
        var values = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        var sum = 0L;
        for (var field : fields) {
            sum += values.length > field - 2 ? Long.parseLong(values[field - 2]) : 0;
        }
        return sum;
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
