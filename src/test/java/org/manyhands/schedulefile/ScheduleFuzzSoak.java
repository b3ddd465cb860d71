package org.manyhands.schedulefile;

import org.manyhands.soak.Soak;

/** What the ordinary build looks at for a moment, a thousand times for each kind of file. */
class ScheduleFuzzSoak extends ScheduleFuzzTests {

    @Override
    int times() {
        return Soak.of(1_000, 10_000);
    }
}
