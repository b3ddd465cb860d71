package org.manyhands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The floor plan is a test. */
class ModularityTests {

    /** From the ground up; a module uses only floors below its own. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("shared"),
            Set.of("database", "mail", "audit", "schedulefile"),
            Set.of("account"),
            Set.of("conference"),
            Set.of("role"),
            Set.of("volunteer", "team"),
            Set.of("schedule", "clearance"),
            Set.of("shift"),
            Set.of("signup", "planning", "needs", "edition"),
            Set.of("matching", "sheets", "calendar"),
            Set.of("roster", "checkin", "people", "report", "history"),
            Set.of("messaging"),
            Set.of("announcing", "example", "operations"));

    private final ApplicationModules modules = ApplicationModules.of(ManyHandsApplication.class);

    @Test
    void everyModuleUsesOnlyWhatItSaysItUses() {
        modules.verify();
    }

    @Test
    void everyModuleStandsOnItsFloor() {
        for (var module : modules) {
            assertThat(module.getDirectDependencies(modules).uniqueModules().map(ModularityTests::floor))
                    .as("floors that %s uses", module.getIdentifier())
                    .allMatch(floor -> floor < floor(module));
        }
    }

    private static int floor(ApplicationModule module) {
        var name = module.getIdentifier().toString();
        return IntStream.range(0, FLOORS.size())
                .filter(floor -> FLOORS.get(floor).contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no floor"));
    }
}
