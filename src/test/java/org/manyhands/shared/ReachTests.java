package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachTests {

    @Test
    void dialsWithoutBlanks() {
        assertThat(Reach.byPhone("+1 (919) 555-0142")).isEqualTo("tel:+19195550142");
    }

    @Test
    void dialsNothingWhereThereIsNoNumber() {
        assertThat(Reach.byPhone(null)).isNull();
        assertThat(Reach.byPhone("ask")).isNull();
    }

    @Test
    void writesToTheAddressAndNothingElse() {
        assertThat(Reach.byMail("ida?bcc=eve@example.org")).isEqualTo("mailto:ida%3Fbcc%3Deve@example.org");
    }
}
