package org.manyhands.operations;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /health} tells to everybody: whether the database answers, and how often each invariant is broken. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** Without details: which database it is, and what its errors say, is nobody's business. */
    @Bean
    HealthIndicator dbHealthIndicator(DataSource database) {
        var check = new DataSourceHealthIndicator(database);
        return () -> check.health(false);
    }

    /** Never down: an instance that serves people well is not to be taken from them over a number that is wrong. */
    @Bean
    HealthIndicator invariantsHealthIndicator(LatestCheck latest) {
        return () -> latest.findings()
                .map(found -> Health.up().withDetails(found.byName()).build())
                .orElseGet(() -> Health.unknown().build());
    }
}
