package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PresenceTests {

    private static final Instant EIGHT = Instant.parse("2026-10-19T12:00:00Z");
    private static final Instant TEN = EIGHT.plus(Duration.ofHours(2));

    private final Presence awaited = Presence.AWAITED;
    private final Presence here = awaited.arrived(EIGHT).orElseThrow();
    private final Presence gone = here.left(TEN).orElseThrow();
    private final Presence missed = awaited.missed("Ill, told us at 8").orElseThrow();

    @Test
    void goesFromExpectedToArrivedToDone() {
        assertThat(here).isEqualTo(new Presence(Attendance.ARRIVED, EIGHT, null, ""));
        assertThat(gone).isEqualTo(new Presence(Attendance.DONE, EIGHT, TEN, ""));
        assertThat(gone.worked()).contains(Duration.ofHours(2));
        assertThat(here.worked()).isEmpty();
    }

    @Test
    void takesNoStepThatDoesNotFollow() {
        assertThat(awaited.left(TEN)).isEmpty();
        assertThat(here.arrived(TEN)).isEmpty();
        assertThat(here.missed("")).isEmpty();
        assertThat(gone.left(TEN)).isEmpty();
        assertThat(gone.arrived(TEN)).isEmpty();
        assertThat(missed.arrived(TEN)).isEmpty();
        assertThat(missed.left(TEN)).isEmpty();
        assertThat(awaited.undone()).isEmpty();
    }

    @Test
    void goesBackStepByStep() {
        assertThat(gone.undone()).contains(here);
        assertThat(here.undone()).contains(awaited);
        assertThat(missed.undone()).contains(awaited);
    }

    @Test
    void neverLeavesBeforeArriving() {
        assertThat(here.left(EIGHT.minusMillis(3)).orElseThrow().doneAt()).isEqualTo(EIGHT);
    }

    @Test
    void isCorrectedByItsTimes() {
        assertThat(missed.corrected(EIGHT, TEN, "Came after all").attendance()).isEqualTo(Attendance.DONE);
        assertThat(awaited.corrected(EIGHT, null, "").attendance()).isEqualTo(Attendance.ARRIVED);
        assertThat(gone.corrected(null, null, "").attendance()).isEqualTo(Attendance.EXPECTED);
        assertThat(missed.corrected(null, null, "Ill").attendance()).isEqualTo(Attendance.NO_SHOW);
    }
}
