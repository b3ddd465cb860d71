package org.manyhands.schedulefile;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Lets schedules be fetched from a server of the tests as well, whose certificate nobody else trusts. */
@TestConfiguration(proxyBeanMethods = false)
public class CanaryFetch {

    @Bean
    Canary canary() throws Exception {
        return new Canary();
    }

    @Bean
    @Primary
    ScheduleFetch fetchFromCanary(Canary canary) {
        return canary.fetch();
    }
}
