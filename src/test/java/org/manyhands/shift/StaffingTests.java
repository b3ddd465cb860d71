package org.manyhands.shift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StaffingTests {

    @Test
    void countsPlacesThatAreHeldAsTaken() {
        assertThat(new Staffing(Need.of(2), 0, 1, 0, 0).hasRoom()).isTrue();
        assertThat(new Staffing(Need.of(2), 1, 1, 0, 0).hasRoom()).isFalse();
    }

    @Test
    void hasRoomForEverybodyWhereThereIsNoMaximum() {
        assertThat(new Staffing(Need.atLeast(1, 2), 500, 0, 0, 0).hasRoom()).isTrue();
    }

    @Test
    void tellsWhomItMissesToOpenFromWhomItWants() {
        var staffing = new Staffing(Need.between(2, 4, 6), 1, 0, 0, 0);
        assertThat(staffing.missing()).isEqualTo(1);
        assertThat(staffing.open()).isEqualTo(3);
        assertThat(staffing.filled()).isEqualTo(1);
    }

    @Test
    void wantsNobodyWhereMoreCameThanItWanted() {
        var staffing = new Staffing(Need.between(2, 4, 6), 5, 0, 0, 0);
        assertThat(staffing.missing()).isZero();
        assertThat(staffing.open()).isZero();
        assertThat(staffing.filled()).isEqualTo(4);
    }
}
