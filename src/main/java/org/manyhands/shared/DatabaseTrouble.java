package org.manyhands.shared;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows the failures that say nothing about the request: the database is away or too busy, and later it may do. */
final class DatabaseTrouble {

    /** Classes of SQLState (PostgreSQL, appendix A): connection lost, out of resources, shut down. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57P0");

    /** A lock or a statement that took too long; a transaction that had to give way and had no tries left. */
    private static final Set<String> STATES = Set.of("55P03", "57014", "40001", "40P01");

    /** What the pool (HikariCP) says, without a state, of a connection that broke under a request, to its rollback. */
    private static final String BROKEN_UNDERWAY = "Connection is closed";

    private DatabaseTrouble() {}

    static boolean isBehind(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, DatabaseTrouble::isThere, Throwable::getCause)
                .limit(50) // chains of causes can be circular
                .anyMatch(cause -> cause instanceof SQLException sql && isTrouble(sql));
    }

    private static boolean isThere(@Nullable Throwable cause) {
        return cause != null;
    }

    private static boolean isTrouble(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException // the pool's own: no connection within its time
                || BROKEN_UNDERWAY.equals(failure.getMessage())
                || state != null && (STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith));
    }
}
