package org.manyhands;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The floor plan is a test. */
class ModularityTests {

    @Test
    void modulesUseOnlyFloorsBelow() {
        ApplicationModules.of(ManyHandsApplication.class).verify();
    }
}
