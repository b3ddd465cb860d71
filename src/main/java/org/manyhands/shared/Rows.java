package org.manyhands.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads times from a row: PostgreSQL's driver knows neither {@link Instant} nor {@link ZoneId}. */
public final class Rows {

    private Rows() {}

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    public static @Nullable ZoneId zone(ResultSet row, String column) throws SQLException {
        var id = row.getString(column);
        return id == null ? null : ZoneId.of(id);
    }

    /** The stretch of time between two columns, neither of them null. */
    public static TimeRange range(ResultSet row, String start, String end) throws SQLException {
        return new TimeRange(
                row.getTimestamp(start).toInstant(), row.getTimestamp(end).toInstant());
    }
}
