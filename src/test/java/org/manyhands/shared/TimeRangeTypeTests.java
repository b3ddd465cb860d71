package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTypeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"2026-10-19 08:00:00-04\",\"2026-10-19 10:00:00-04\") | 2026-10-19T12:00:00Z | 2026-10-19T14:00:00Z",
                "[\"2026-10-19 12:00:00+00\",\"2026-10-19 14:00:00.5+00\") | 2026-10-19T12:00:00Z | 2026-10-19T14:00:00.5Z",
                "[\"2026-10-19 17:45:00+05:45\",\"2026-10-19 18:45:00+05:45\") | 2026-10-19T12:00:00Z | 2026-10-19T13:00:00Z",
            })
    void readsWhatPostgresPrintsInAnyZone(String printed, Instant start, Instant end) {
        assertThat(TimeRangeType.parse(printed.trim())).isEqualTo(new TimeRange(start, end));
    }
}
