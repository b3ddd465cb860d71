package org.manyhands.conference;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.Facts;

/** What an organizer types of how much one volunteer may take: no limit where nothing is. */
@NullUnmarked
record LimitsForm(
        @Min(1) @Max(24) Integer hoursADay,
        @Min(0) @Max(720) Integer restMinutes,
        @Min(1) @Max(20) Integer firstShifts,
        @Min(1) @Max(30) Integer firstDays) {

    static LimitsForm of(SignupLimits limits) {
        return new LimitsForm(
                limits.hoursADay(), (int) limits.rest().toMinutes(), limits.firstShifts(), limits.firstDays());
    }

    SignupLimits over(SignupLimits stored) {
        return new SignupLimits(
                hoursADay,
                restMinutes == null ? Duration.ZERO : Duration.ofMinutes(restMinutes),
                firstShifts,
                firstDays == null ? stored.firstDays() : firstDays);
    }

    Map<String, String> inWords() {
        return Facts.of(
                "Hours a day",
                hoursADay,
                "Rest between two shifts",
                restMinutes == null ? null : restMinutes + " minutes",
                "Shifts in the first days",
                firstShifts,
                "First days",
                firstDays);
    }
}
