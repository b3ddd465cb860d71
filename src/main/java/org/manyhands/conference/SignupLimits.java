package org.manyhands.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How much one volunteer may take.
 *
 * @param hoursADay at most, as many as they like for null
 * @param rest between two shifts, at least
 * @param firstShifts at most in the first days of sign-up, as many as they like for null
 * @param firstDays how many these are, counted from when sign-up opens
 */
@Embeddable
public record SignupLimits(
        @Column(name = "hours_a_day_at_most") @Nullable Integer hoursADay,

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND) @Column(name = "rest_between_shifts")
        Duration rest,

        @Column(name = "first_shifts_at_most") @Nullable Integer firstShifts,

        int firstDays) {

    static final SignupLimits NONE = new SignupLimits(null, Duration.ZERO, null, 3);
}
