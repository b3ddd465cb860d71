package org.manyhands.shared;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Objects;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;

/** Stores a {@link TimeRange} in PostgreSQL's {@code tstzrange}, which the exclusion constraints need. */
public class TimeRangeType implements UserType<TimeRange> {

    /** As PostgreSQL prints a timestamptz: {@code 2026-10-19 08:00:00-04}, fractions and minutes of the offset only where needed. */
    private static final DateTimeFormatter PRINTED = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter();

    @Override
    public int getSqlType() {
        return Types.OTHER;
    }

    @Override
    public Class<TimeRange> returnedClass() {
        return TimeRange.class;
    }

    @Override
    public @Nullable TimeRange nullSafeGet(ResultSet row, int position, WrapperOptions options) throws SQLException {
        var printed = row.getString(position);
        return printed == null ? null : parse(printed);
    }

    @Override
    public void nullSafeSet(
            PreparedStatement statement, @Nullable TimeRange range, int position, WrapperOptions options)
            throws SQLException {
        statement.setObject(position, range == null ? null : print(range), Types.OTHER);
    }

    static String print(TimeRange range) {
        return "[" + range.start() + "," + range.end() + ")";
    }

    static TimeRange parse(String printed) {
        var bounds =
                printed.substring(1, printed.length() - 1).replace("\"", "").split(",");
        return new TimeRange(
                OffsetDateTime.parse(bounds[0], PRINTED).toInstant(),
                OffsetDateTime.parse(bounds[1], PRINTED).toInstant());
    }

    @Override
    public boolean equals(@Nullable TimeRange one, @Nullable TimeRange other) {
        return Objects.equals(one, other);
    }

    @Override
    public int hashCode(TimeRange range) {
        return range.hashCode();
    }

    @Override
    public TimeRange deepCopy(TimeRange range) {
        return range;
    }

    @Override
    public boolean isMutable() {
        return false;
    }
}
