package org.manyhands.browser;

import com.google.gson.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a phone on a bad network waits from the public page to a first shift: 1.6 Mbit/s, 150 ms round trip, a quarter
 * of this machine's speed. Prints figures and asserts none; runs with {@code ./mvnw test -Dtest=SlowNetworkBenchmark}.
 */
@BrowserTest
class SlowNetworkBenchmark {

    private static final int BYTES_PER_SECOND = 200_000;
    private static final int ROUND_TRIP_MILLISECONDS = 150;
    private static final int ROUNDS = 5;

    @Autowired
    private BaseUrl baseUrl;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void fromThePublicPageToAFirstShift() {
        for (var round = 1; round <= ROUNDS; round++) {
            try (var visitor = new Visitor(baseUrl, jdbc, Visitor.phone())) {
                slowDown(visitor);
                var begin = System.nanoTime();
                walk(visitor);
                System.out.printf(
                        "round %d: %.1f s of waiting, %d screens, %d fields%n",
                        round, (System.nanoTime() - begin) / 1e9, visitor.screens(), visitor.fields());
            }
        }
    }

    private static void walk(Visitor visitor) {
        var email = "slow-" + UUID.randomUUID() + "@example.org";
        visitor.open("/djangocon-us");
        visitor.follow("See what needs you");
        visitor.press(visitor.page()
                .locator(".card:has-text('Swag bag stuffing') a.button")
                .first());
        visitor.type("Your name", "Slow Network");
        visitor.type("E-mail", email);
        visitor.press("Take this shift");
        visitor.type("code", visitor.codeMailedTo(email));
        visitor.press("Sign in");
        visitor.page().locator("h1:has-text('You are expected')").waitFor();
    }

    private static void slowDown(Visitor visitor) {
        var devTools = visitor.page().context().newCDPSession(visitor.page());
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", ROUND_TRIP_MILLISECONDS);
        network.addProperty("downloadThroughput", BYTES_PER_SECOND);
        network.addProperty("uploadThroughput", BYTES_PER_SECOND);
        devTools.send("Network.enable");
        devTools.send("Network.emulateNetworkConditions", network);
        var processor = new JsonObject();
        processor.addProperty("rate", 4);
        devTools.send("Emulation.setCPUThrottlingRate", processor);
    }
}
