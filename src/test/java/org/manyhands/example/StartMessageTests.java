package org.manyhands.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.manyhands.IntegrationTest;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;

/** What an installation without example and mailbox says when it has started. */
@IntegrationTest
class StartMessageTests {

    @Autowired
    private StartMessage message;

    @Autowired
    private BaseUrl baseUrl;

    @Test
    void saysTheAddressAndHowToStop() {
        assertThat(message.lines())
                .satisfiesExactly(
                        address -> assertThat(address).endsWith(" " + baseUrl.of("/")),
                        stop -> assertThat(stop).contains("Ctrl+C"));
    }
}
