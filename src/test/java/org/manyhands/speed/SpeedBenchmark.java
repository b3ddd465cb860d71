package org.manyhands.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How fast the packaged application is on a generated conference. Says figures and asserts none, since they are the
 * machine's; asserts what was done. Each thing is warmed up for some seconds before it counts.
 */
class SpeedBenchmark {

    /** Enough to keep two cores busy; more would only queue, and be timed as slowness. */
    private static final int AT_ONCE = 8;

    private static final int COUNTED = 40;

    /** Less than 1 for a quick look whether all of it still works; the figures are then those of a cold application. */
    private static final double SHARE = Double.parseDouble(System.getProperty("bench.share", "1"));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void printsItsFigures() throws Exception {
        try (var server = new BenchServer();
                var application = new PackagedApplication(Path.of(System.getProperty("packaged.jar")), server.url())) {
            var big = new BigConference(server.jdbc(), "big", 4, 10).build();
            var huge = new BigConference(server.jdbc(), "huge", 20, 20).build();
            var crowded = new BigConference(server.jdbc(), "crowded", 4, 1).build();
            assertThat(big.count("count(*)")).isEqualTo(1_000);
            assertThat(big.count("sum(taken)")).isEqualTo(2_000);
            assertThat(huge.count("count(*)")).isEqualTo(10_000);

            var regulars = Regulars.signIn(server.jdbc(), client, application, big.dayAtAPlace());
            var meter = new Meter(application.pid(), server.pid());
            var figures = new Figures(meter, server);
            var atRest = meter.megabytes("VmRSS");

            anonymous(figures, application, "25 shifts, anonymous, kept", big.dayAtAPlace(), 20_000, false);
            anonymous(figures, application, "25 shifts, anonymous, made anew", big.dayAtAPlace(), 1_200, true);
            anonymous(figures, application, "250 shifts, anonymous, kept", big.day(), 10_000, false);
            anonymous(figures, application, "250 shifts, anonymous, made anew", big.day(), 400, true);
            var small = page(figures, regulars, "25 shifts, signed in", big.dayAtAPlace(), 2_400);
            var same = page(figures, regulars, "the same of 10,000 shifts", huge.dayAtAPlace(), 2_400);
            page(figures, regulars, "250 shifts, signed in", big.day(), 800);
            page(figures, regulars, "my shifts", "/big/me", 2_400);
            aroundTalks(server, figures, regulars);
            signUps(server, figures, regulars, big, huge);
            threePlaces(figures, regulars, crowded);
            figures.say("25 of 10,000 shifts take %.2f times the CPU of 25 of 1,000.", same.cpu() / small.cpu());
            figures.say("%d sign-ups were told that it is too busy (503), and sent again.", Visitor.TOO_BUSY.sum());
            figures.say(
                    "The app's resident memory: %d MB when all had signed in, %d MB now, %d MB at most.",
                    atRest, meter.megabytes("VmRSS"), meter.megabytes("VmHWM"));
            figures.print();
        }
    }

    /** Kept, or each with a query of its own and so never asked before. */
    private void anonymous(
            Figures figures, PackagedApplication application, String what, String address, int requests, boolean anew)
            throws Exception {
        var anybody = new Visitor(client, application.base());
        var fresh = new AtomicInteger();
        Callable<byte[]> call = () -> anybody.read(anew ? address + "&fresh=" + fresh.incrementAndGet() : address);
        var calls = new ArrayList<Callable<byte[]>>();
        for (int i = 0; i < Math.max(COUNTED, requests * SHARE); i++) {
            calls.add(call);
        }
        Load.run(AT_ONCE, calls);
        var statements = figures.statements(calls.subList(0, COUNTED));
        figures.measure(what, AT_ONCE, calls, statements, call.call().length);
    }

    private static Figures.Figure page(Figures figures, Regulars regulars, String what, String address, int requests)
            throws Exception {
        var calls = regulars.reading(address, (int) Math.max(COUNTED, requests * SHARE));
        Load.run(AT_ONCE, calls);
        var statements = figures.statements(calls.subList(0, COUNTED));
        return figures.measure(
                what, AT_ONCE, calls, statements, calls.getFirst().call().length);
    }

    private static void aroundTalks(BenchServer server, Figures figures, Regulars regulars) throws Exception {
        var starry = new BigConference(server.jdbc(), "starry", 4, 10).build();
        var without = page(figures, regulars, "250 shifts, no talk in it", starry.day(), 400);
        starry.withTalks();
        page(figures, regulars, "250 shifts, 1,000 talks, 200 stars", starry.day(), 400);
        var fitting = page(figures, regulars, "those that fit", starry.day() + "&fits=true", 400);
        var suggested = page(figures, regulars, "what suits me", "/starry/me/suggestions", 400);
        figures.say(
                "What fits takes %.2f, suggestions %.2f times the CPU of the page without talks.",
                fitting.cpu() / without.cpu(), suggested.cpu() / without.cpu());
    }

    private static void signUps(
            BenchServer server, Figures figures, Regulars regulars, BigConference big, BigConference huge)
            throws Exception {
        var before = huge.count("sum(taken)");
        for (var firstSlot : List.of(0, 16, 32)) {
            Load.run(AT_ONCE, regulars.signingUp(huge, huge.wishes(firstSlot, 1)));
        }
        assertThat(huge.count("sum(taken)") - before).isEqualTo(3 * 800);
        var statements =
                figures.statements(regulars.signingUp(huge, huge.wishes(48, 1)).subList(0, COUNTED));
        var figure = figures.measure(
                "sign-up, 800 shifts by 200", AT_ONCE, regulars.signingUp(big, big.wishes(0, 1)), statements, 0);
        assertThat(big.count("sum(taken)")).isEqualTo(2_000 + 800);
        try (var byHand = new SignUpByHand(server.url())) {
            Load.run(AT_ONCE, byHand.of(huge, huge.wishes(64, 1)));
            statements = figures.statements(byHand.of(huge, huge.wishes(80, 1)).subList(0, COUNTED));
            var bound = figures.measure(
                    "its statements by JDBC alone", AT_ONCE, byHand.of(big, big.wishes(0, 2)), statements, 0);
            assertThat(big.count("sum(taken)")).isEqualTo(2_000 + 2 * 800);
            figures.say(
                    "A sign-up goes at %.0f %% of the bound\u2019s rate.",
                    100 * figure.perSecond() / bound.perSecond());
        }
    }

    private static void threePlaces(Figures figures, Regulars regulars, BigConference crowded) {
        var races = crowded.races();
        var before = crowded.count("sum(taken)");
        var warming = races.subList(0, 6).stream().flatMap(List::stream).toList();
        Load.run(50, regulars.signingUp(crowded, warming));
        var statements = figures.statements(regulars.signingUp(crowded, races.get(6)));
        var wishes = races.subList(7, 20).stream().flatMap(List::stream).toList();
        figures.measure("3 places, 50 at once", 50, regulars.signingUp(crowded, wishes), statements, 0);
        assertThat(crowded.count("sum(taken)") - before).isEqualTo(races.size() * 3L);
        assertThat(crowded.count("count(*) filter (where taken = capacity)")).isEqualTo(races.size());
    }
}
