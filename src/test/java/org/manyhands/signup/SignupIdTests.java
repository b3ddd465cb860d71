package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.manyhands.shared.NotFound;

class SignupIdTests {

    @Test
    void namesNothingWhereAnAddressHasNoId() {
        assertThatThrownBy(() -> SignupId.of("no-id")).isInstanceOf(NotFound.class);
    }
}
