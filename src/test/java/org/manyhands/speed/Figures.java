package org.manyhands.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Measures one thing after the other and prints them as a table that can go into the README. */
final class Figures {

    private final Meter meter;
    private final BenchServer server;
    private final List<String> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Figures(Meter meter, BenchServer server) {
        this.meter = meter;
        this.server = server;
        lines.add("| | requests/s | p50 | p95 | p99 ms | CPU-ms of the app | of PostgreSQL | SQL statements | kB |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
    }

    /** Of each request, on average. */
    record Figure(double perSecond, double applicationCpu, double postgresCpu) {

        double cpu() {
            return applicationCpu + postgresCpu;
        }
    }

    /** One after the other, and counted; apart from what is timed, since counting costs, too. */
    double statements(List<? extends Callable<?>> calls) {
        var sent = server.statementsOf(() -> Load.run(1, calls));
        if (Boolean.getBoolean("bench.statements")) {
            sent.forEach((sql, count) -> System.out.printf("%6d  %s%n", count, sql.replaceAll("\\s+", " ")));
        }
        return (double) sent.values().stream().mapToLong(Long::longValue).sum() / calls.size();
    }

    Figure measure(String what, int atOnce, List<? extends Callable<?>> calls, double statements, double bytes) {
        var before = meter.cpu();
        var times = Load.run(atOnce, calls);
        var cpu = meter.cpu().since(before);
        var figure = new Figure(
                times.perSecond(), (double) cpu.application() / calls.size(), (double) cpu.postgres() / calls.size());
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %.1f | %.1f | %.2f | %.2f | %.1f | %s |",
                what,
                figure.perSecond(),
                times.percentile(50),
                times.percentile(95),
                times.percentile(99),
                figure.applicationCpu(),
                figure.postgresCpu(),
                statements,
                bytes == 0 ? "" : String.format(Locale.ROOT, "%.1f", bytes / 1024)));
        System.out.println(lines.getLast());
        return figure;
    }

    void say(String line, Object... args) {
        remarks.add(String.format(Locale.ROOT, line, args));
    }

    void print() {
        System.out.println(System.lineSeparator() + String.join(System.lineSeparator(), lines));
        System.out.println(System.lineSeparator() + String.join(System.lineSeparator(), remarks));
    }
}
