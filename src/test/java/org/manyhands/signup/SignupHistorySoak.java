package org.manyhands.signup;

import org.junit.jupiter.api.AfterEach;
import org.manyhands.soak.Soak;

/** R11 of the yardsticks: what the ordinary build looks at for a moment, over a hundred thousand calls and readings. */
class SignupHistorySoak extends SignupHistoryTests {

    @Override
    int callsOfEach() {
        return Soak.of(6_250, 25_000);
    }

    @AfterEach
    void tell() {
        Soak.say("R11: %d calls and readings by %d people of 2 shifts, each explained by one order", noted(), PEOPLE);
    }
}
