package org.manyhands.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections for which a request waits in vain once. Where the database is away, its session, its page and its session
 * again would each wait the pool's time, one after the other, to hear the same.
 */
final class OneWait extends DelegatingDataSource {

    private static final ThreadLocal<@Nullable OfRequest> CURRENT = new ThreadLocal<>();

    OneWait(DataSource pool) {
        super(pool);
    }

    private static final class OfRequest {

        private @Nullable SQLTransientConnectionException inVain;
    }

    static void begin() {
        CURRENT.set(new OfRequest());
    }

    static void end() {
        CURRENT.remove();
    }

    /** What is no request, such as the postman, waits each time. */
    @Override
    public Connection getConnection() throws SQLException {
        var request = CURRENT.get();
        if (request == null) {
            return super.getConnection();
        }
        if (request.inVain != null) {
            throw request.inVain;
        }
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException failure) {
            request.inVain = failure;
            throw failure;
        }
    }
}
