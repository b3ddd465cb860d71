package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyhands.roster.Gaps.Grade;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Staffing;

class GapsTests {

    private static final ZoneId DURHAM = ZoneId.of("America/New_York");
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

    @Test
    void tellsHowManyAreSignedUpOfThoseWanted() {
        var cell = only(shift("Desk", MONDAY, 1, 2, 1), shift("Desk", MONDAY, 1, 3, 2));
        assertThat(cell.signedUp()).isEqualTo(3);
        assertThat(cell.wanted()).isEqualTo(5);
        assertThat(cell.open()).isEqualTo(2);
        assertThat(cell.grade()).isEqualTo(Grade.NEED);
    }

    @Test
    void isShortAsSoonAsOneShiftIsBelowItsMinimum() {
        assertThat(only(shift("Desk", MONDAY, 1, 2, 2), shift("Desk", MONDAY, 1, 2, 0))
                        .grade())
                .isEqualTo(Grade.SHORT);
    }

    @Test
    void fitsWhereEveryShiftHasWhomItWants() {
        assertThat(only(shift("Desk", MONDAY, 1, 2, 2)).grade()).isEqualTo(Grade.FITS);
    }

    @Test
    void letsNobodyBeyondWhatTheirShiftWantsFillAnothersGap() {
        var cell = only(shift("Bags", MONDAY, 1, 2, 9), shift("Bags", MONDAY, 1, 2, 1));
        assertThat(cell.signedUp()).isEqualTo(3);
        assertThat(cell.open()).isEqualTo(1);
    }

    @Test
    void countsEverybodyWhereNothingIsMissing() {
        assertThat(only(shift("Bags", MONDAY, 1, 2, 9)).signedUp()).isEqualTo(9);
    }

    @Test
    void putsTheWidestGapFirst() {
        var gaps = Gaps.in(
                List.of(
                        shift("Filled", MONDAY, 1, 1, 1),
                        shift("Could use some", MONDAY, 1, 9, 1),
                        shift("Cannot open", MONDAY, 1, 1, 0)),
                DURHAM);
        assertThat(gaps.rows()).extracting(Gaps.Row::role).containsExactly("Cannot open", "Could use some", "Filled");
    }

    @Test
    void hasACellForEachDayAlsoWhereARoleHasNoShift() {
        var tuesday = MONDAY.plusDays(1);
        var gaps = Gaps.in(List.of(shift("Desk", MONDAY, 1, 1, 1), shift("Bags", tuesday, 1, 1, 0)), DURHAM);
        assertThat(gaps.days()).containsExactly(MONDAY, tuesday);
        assertThat(gaps.rows()).allSatisfy(row -> assertThat(row.cells()).hasSize(2));
        assertThat(gaps.rows().getFirst().on(MONDAY).grade()).isEqualTo(Grade.NONE);
        assertThat(gaps.openOn(MONDAY)).isEmpty();
        assertThat(gaps.openOn(tuesday)).extracting(Gaps.Row::role).containsExactly("Bags");
    }

    @Test
    void putsANightShiftOnTheDayItBeginsThere() {
        var lateOnMonday = MONDAY.atTime(23, 0).atZone(DURHAM).toInstant();
        assertThat(Gaps.in(List.of(shift("Bar", lateOnMonday, 1, 1, 0)), DURHAM).days())
                .containsExactly(MONDAY);
    }

    private static Gaps.Cell only(OpenPlaces.Line... shifts) {
        return Gaps.in(List.of(shifts), DURHAM).rows().getFirst().cells().getFirst();
    }

    private static OpenPlaces.Line shift(String role, LocalDate day, int minimum, int wanted, int occupied) {
        return shift(role, day.atTime(10, 0).atZone(DURHAM).toInstant(), minimum, wanted, occupied);
    }

    private static OpenPlaces.Line shift(String role, Instant start, int minimum, int wanted, int occupied) {
        var during = new TimeRange(start, start.plus(Duration.ofHours(2)));
        var staffing = new Staffing(Need.atLeast(minimum, wanted), occupied, 0, 0, 0);
        return new OpenPlaces.Line(ShiftId.next(), during, role, role, "Hall", null, staffing);
    }
}
