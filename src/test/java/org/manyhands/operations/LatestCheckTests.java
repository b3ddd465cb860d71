package org.manyhands.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manyhands.IntegrationTest;
import org.manyhands.SqlCount;
import org.manyhands.mail.MailWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The check costs an instance one statement a minute, whoever asks and however often. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class LatestCheckTests {

    @Autowired
    private InvariantCheck check;

    private Instant now = Instant.parse("2026-10-19T08:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @Test
    void runsOnceAMinute() {
        var latest = new LatestCheck(check, clock);
        assertThat(sent(latest)).hasSize(1);
        assertThat(sent(latest)).isEmpty();
        pass(Duration.ofSeconds(59));
        assertThat(sent(latest)).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(sent(latest)).hasSize(1);
        assertThat(latest.findings())
                .hasValueSatisfying(found -> assertThat(found.counts()).containsOnlyKeys(Invariant.values()));
    }

    private static List<String> sent(LatestCheck latest) {
        return SqlCount.of(latest::findings);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void saysThatItDoesNotKnowWhereTheDatabaseIsAwayAndTriesAgainAfterAMinute(CapturedOutput output) {
        var nowhere = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere"));
        var latest = new LatestCheck(new InvariantCheck(nowhere, clock, MailWay.NOWHERE), clock);
        assertThat(latest.findings()).isEmpty();
        assertThat(latest.findings()).isEmpty();
        assertThat(latest.faults()).isEmpty();
        assertThat(output).containsOnlyOnce("The invariants cannot be checked");
        pass(Duration.ofMinutes(1));
        assertThat(latest.findings()).isEmpty();
        assertThat(output.getAll().split("The invariants cannot be checked")).hasSize(3);
    }
}
