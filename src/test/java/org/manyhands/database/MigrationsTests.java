package org.manyhands.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What migrations are allowed that no page is. */
@IntegrationTest
class MigrationsTests {

    @Autowired
    private Flyway flyway;

    @Autowired
    private DataSource pool;

    /** In tests the pool has a timeout for locks only; this shows as well that what holds for it does not hold for them. */
    @Test
    void runOutsideThePoolAndItsTimeouts() throws SQLException {
        assertThat(lockTimeoutOn(pool)).isEqualTo("30s");
        assertThat(lockTimeoutOn(flyway.getConfiguration().getDataSource())).isEqualTo("0");
    }

    private static String lockTimeoutOn(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var answer = connection.createStatement().executeQuery("show lock_timeout")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
