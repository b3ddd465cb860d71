package org.manyhands.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.Configurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedDatabaseAutoConfigurationTests {

    @TempDir
    Path directory;

    Path data;

    ApplicationContextRunner application;

    @BeforeEach
    void prepare() throws IOException {
        data = DataForTests.emptyIn(directory);
        application = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class, EmbeddedDatabaseAutoConfiguration.class))
                .withPropertyValues("manyhands.data-directory=" + data);
    }

    @Test
    void isTheDatabaseOfAnApplicationThatNamesNoneAndStopsWithIt() {
        var server = new ProcessHandle[1];
        application.run(context -> {
            var jdbc = JdbcClient.create(context.getBean(DataSource.class));
            assertThat(jdbc.sql("select current_database()").query(String.class).single())
                    .isEqualTo("manyhands");
            server[0] = DataForTests.serverOn(data);
        });
        assertThat(server[0].onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void staysAwayWhereTheAddressOfAnotherIsSet() {
        application
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example.org/volunteers")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(DataSource.class)
                        .doesNotHaveBean(EmbeddedServer.class));
    }

    @Test
    void staysAwayWhereAnotherIsAlreadyConnected() {
        application
                .withBean(JdbcConnectionDetails.class, Another::new)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(DataSource.class)
                        .doesNotHaveBean(EmbeddedServer.class));
    }

    @Test
    void isAskedAfterTestcontainersAndBeforeTheDataSourceIsMade() {
        assertThat(Configurations.getClasses(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        EmbeddedDatabaseAutoConfiguration.class,
                        ServiceConnectionAutoConfiguration.class)))
                .containsSubsequence(
                        ServiceConnectionAutoConfiguration.class,
                        EmbeddedDatabaseAutoConfiguration.class,
                        DataSourceAutoConfiguration.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, true", "'', true", "jdbc:postgresql://db.example.org/volunteers, false"})
    void isInUseUnlessTheAddressOfAnotherIsSet(String url, boolean inUse) {
        var environment = new MockEnvironment();
        if (url != null) {
            environment.setProperty("spring.datasource.url", url);
        }
        assertThat(EmbeddedDatabase.isUsedIn(environment)).isEqualTo(inUse);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void tellsInASentenceThatASecondCopyCannotStart(CapturedOutput output) {
        try (var claimed = DataDirectory.claim(data)) {
            assertThatExceptionOfType(Exception.class).isThrownBy(() -> DatabaseOnlyApplication.start(data));
            assertThat(output)
                    .contains("Description:\n\nAnother copy of Many Hands is running on the data in " + data + ".\n")
                    .contains("Action:\n\nStop that copy first, or give this one a directory of its own")
                    .doesNotContain("\tat ");
        }
    }

    private static final class Another implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "volunteers";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://db.example.org/volunteers";
        }
    }
}
