package org.manyhands.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyhands.shared.TimeRange;

/** By examples: the days are 19 to 21 October, the hours those of UTC. */
class WorkloadTests {

    private static TimeRange on(int day, int from, int to) {
        var midnight = Instant.parse("2026-10-%02dT00:00:00Z".formatted(day));
        return new TimeRange(midnight.plusSeconds(from * 3_600L), midnight.plusSeconds(to * 3_600L));
    }

    private static boolean allows(TimeRange shift, TimeRange... others) {
        return Workload.allows(shift, List.of(others), true);
    }

    @Test
    void allowsAWorkingDay() {
        assertThat(allows(on(19, 13, 17), on(19, 8, 12))).isTrue();
        assertThat(allows(on(19, 13, 18), on(19, 8, 12))).isFalse();
    }

    @Test
    void countsTheNightAsOneDay() {
        assertThat(allows(on(20, 6, 10), on(19, 18, 24))).isFalse();
        assertThat(allows(on(20, 18, 24), on(19, 12, 18))).isTrue();
    }

    @Test
    void countsWhatFallsIntoADayOfEachShift() {
        assertThat(allows(on(20, 8, 12), on(19, 4, 12))).isTrue();
        assertThat(allows(on(20, 8, 13), on(19, 9, 17))).isFalse();
    }

    @Test
    void allowsALongOneAlone() {
        assertThat(allows(on(19, 8, 20))).isTrue();
        assertThat(Workload.allows(on(19, 4, 20), List.of(), false)).isTrue();
    }

    @Test
    void leavesWhatTheyPickedThemselvesOutOfAccountOnOtherDays() {
        assertThat(allows(on(21, 8, 10), on(19, 0, 12))).isTrue();
    }

    @Test
    void allowsADayAndAHalfInAllUnlessToldMore() {
        var two = List.of(on(19, 8, 14), on(20, 18, 23));
        assertThat(Workload.allows(on(21, 20, 21), two, false)).isTrue();
        assertThat(Workload.allows(on(21, 20, 22), two, false)).isFalse();
        assertThat(Workload.allows(on(21, 20, 22), two, true)).isTrue();
    }
}
