package org.manyhands.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets migrations take their time: on connections of their own, for those of the pool give up a statement that is slower
 * than any page may be.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {

    /** Locks, though, are not waited for while other instances serve: the next start tries again. */
    private static final String INIT_SQL = "set lock_timeout = '3s'";

    @Bean
    FlywayConfigurationCustomizer migrationsOutsideThePool(JdbcConnectionDetails database) {
        return flyway -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .initSql(INIT_SQL);
    }
}
