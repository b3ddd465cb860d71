package org.manyhands.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads times from a row: PostgreSQL's driver knows no {@link Instant}. */
public final class Rows {

    private Rows() {}

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** The stretch of time between two columns, neither of them null. */
    public static TimeRange range(ResultSet row, String start, String end) throws SQLException {
        return new TimeRange(
                row.getTimestamp(start).toInstant(), row.getTimestamp(end).toInstant());
    }
}
