package org.manyhands.signup;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInfo;
import org.manyhands.soak.Soak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** R14 of the yardsticks: R5 with two applications on one database. */
@Import(TwoInstances.class)
class PromotionRaceOnTwoInstancesSoak extends PromotionRaceTests {

    @Autowired
    private TwoInstances.Turns turns;

    @AfterEach
    void tell(TestInfo test) {
        Soak.say(
                "R14: %s holds; calls to the second application so far: %d", test.getDisplayName(), turns.toTheOther());
    }
}
