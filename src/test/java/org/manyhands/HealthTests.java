package org.manyhands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a load balancer may ask, and nothing more. */
@IntegrationTest
class HealthTests {

    @Autowired
    private MockMvcTester mvc;

    /** Of the invariants it tells more, see BrokenInvariantTests. */
    @Test
    void isToldToEverybodyWithoutDetails() {
        var health = assertThat(mvc.get().uri("/health")).hasStatusOk().bodyJson();
        health.extractingPath("$.status").isEqualTo("UP");
        health.extractingPath("$.components.db").isEqualTo(Map.of("status", "UP"));
        health.extractingPath("$").asMap().containsOnlyKeys("status", "components");
        health.extractingPath("$.components").asMap().containsOnlyKeys("db", "invariants");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/health/db",
                "/health/invariants",
                "/health/liveness",
                "/beans",
                "/conditions",
                "/configprops",
                "/env",
                "/flyway",
                "/heapdump",
                "/info",
                "/loggers",
                "/mappings",
                "/metrics",
                "/scheduledtasks",
                "/sessions",
                "/shutdown",
                "/threaddump"
            })
    void isAllThatIsTold(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(HttpStatus.NOT_FOUND);
    }
}
