package org.manyhands.example;

import org.manyhands.database.EmbeddedDatabase;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Asks for the example at start-up: where it is wished for, or nothing is said and the database is the embedded one. */
@Component
class ExampleAtStart implements ApplicationRunner {

    private final ExampleConference example;
    private final Environment environment;

    ExampleAtStart(ExampleConference example, Environment environment) {
        this.example = example;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (environment.getProperty("manyhands.sample", Boolean.class, EmbeddedDatabase.isUsedIn(environment))) {
            example.setUpInAnEmptyDatabase();
        }
    }
}
