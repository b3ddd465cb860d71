package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.roster.RosterFilter.View;

class RosterFilterTests {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "yesterday", "2026-02-30", "2026-1-1", "+999999999-12-31", "19.10.2026", "\0"})
    void asksForNoDayThatCannotBeRead(String day) {
        assertThat(new RosterFilter("day", day, null, null).date()).isEmpty();
    }

    @Test
    void asksForADay() {
        assertThat(new RosterFilter(null, "2026-10-19", null, null).date()).contains(LocalDate.of(2026, 10, 19));
    }

    @Test
    void goesByDayUnlessAskedOtherwise() {
        assertThat(new RosterFilter(null, null, null, null).view()).isEqualTo(View.DAY);
        assertThat(new RosterFilter("shoe size", null, null, null).view()).isEqualTo(View.DAY);
        assertThat(new RosterFilter("volunteer", null, null, null).view()).isEqualTo(View.VOLUNTEER);
    }

    @Test
    void ignoresTextNoDatabaseTakesAndNobodyTypes() {
        var filter = new RosterFilter(null, null, "desk\0", "x".repeat(101));
        assertThat(filter.role()).isNull();
        assertThat(filter.q()).isNull();
        assertThat(filter.narrows()).isFalse();
    }

    @Test
    void saysItselfAsAnAddressWhateverWasTyped() {
        assertThat(new RosterFilter("role", "2026-10-19", "desk", "{a}&b=ü").under("pycon"))
                .isEqualTo("/pycon/organize/roster?by=role&day=2026-10-19&role=desk&q=%7Ba%7D%26b%3D%C3%BC");
    }
}
