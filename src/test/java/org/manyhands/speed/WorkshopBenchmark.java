package org.manyhands.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How fast the organizers' pages of the packaged application are on a generated conference of 2,000 shifts, 3,000
 * volunteers and 8,000 signups, for one organizer who reads one after the other. Says figures and asserts none.
 */
class WorkshopBenchmark {

    private static final String OWNER = "owner@bench.example";

    private static final int COUNTED = 40;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void printsItsFigures() throws Exception {
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var server = new BenchServer();
                var application = new PackagedApplication(Path.of(System.getProperty("packaged.jar")), server.url())) {
            var full = new BigConference(server.jdbc(), "full", 8, 10, 3_000).buildFull(OWNER);
            assertThat(full.count("count(*)")).isEqualTo(2_000);
            assertThat(full.count("sum(taken)")).isEqualTo(8_000);
            var owner = new Visitor(client, application.base());
            Regulars.signIn(server.jdbc(), OWNER, owner, "/full/organize/settings");
            var figures = new Figures(new Meter(application.pid(), server.pid()), server);
            for (var page : pages(server)) {
                read(figures, owner, "/full/organize" + page);
            }
            figures.print();
        }
    }

    private static List<String> pages(BenchServer server) {
        var day = BigConference.secondDay();
        var shift = server.jdbc()
                .sql("select shift_id from shift limit 1")
                .query(UUID.class)
                .single();
        var volunteer = server.jdbc()
                .sql("select volunteer_id from signup limit 1")
                .query(UUID.class)
                .single();
        return List.of(
                "",
                "/roster?day=" + day,
                "/roster?by=role&role=role-3",
                "/roster?by=place&day=" + day,
                "/roster?by=volunteer",
                "/roster?by=volunteer&day=all",
                "/roster/now",
                "/roster/gaps",
                "/roster/gaps?day=" + day,
                "/roster/gaps.csv",
                "/roster/cover/" + shift,
                "/volunteers",
                "/volunteers?hours=less&role=role-3",
                "/volunteers/" + volunteer,
                "/approvals",
                "/report",
                "/shifts?day=" + day,
                "/shifts/" + shift + "/people",
                "/needs?day=" + day,
                "/timeslots");
    }

    private static void read(Figures figures, Visitor owner, String address) throws Exception {
        Callable<byte[]> call = () -> owner.read(address);
        var calls = Collections.nCopies(COUNTED, call);
        Load.run(1, calls);
        figures.measure(address, 1, calls, figures.statements(calls), call.call().length);
    }
}
