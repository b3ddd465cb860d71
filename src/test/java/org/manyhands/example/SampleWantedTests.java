package org.manyhands.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Who gets an example into their empty database. */
class SampleWantedTests {

    private static final String OTHER_DATABASE = "spring.datasource.url=jdbc:postgresql://db/manyhands";

    @Configuration
    @Conditional(SampleWanted.class)
    static class Sample {}

    @ParameterizedTest
    @CsvSource({
        "unset=, unset=, true",
        "manyhands.sample=false, unset=, false",
        OTHER_DATABASE + ", unset=, false",
        OTHER_DATABASE + ", manyhands.sample=true, true",
    })
    void isWhoeverAsksForItAndWhoeverHasNoDatabaseOfTheirOwn(String one, String other, boolean wanted) {
        new ApplicationContextRunner()
                .withPropertyValues(one, other)
                .withUserConfiguration(Sample.class)
                .run(context -> assertThat(context.getBeansOfType(Sample.class).isEmpty())
                        .isEqualTo(!wanted));
    }
}
