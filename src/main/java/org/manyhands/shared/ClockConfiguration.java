package org.manyhands.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application; {@code manyhands.clock.start-at} moves it for rehearsals and demonstrations. */
@Configuration
class ClockConfiguration {

    @Bean
    Clock clock(@Value("${manyhands.clock.start-at:#{null}}") @Nullable Instant startAt) {
        var clock = Clock.systemUTC();
        return startAt == null ? clock : Clock.offset(clock, Duration.between(clock.instant(), startAt));
    }
}
