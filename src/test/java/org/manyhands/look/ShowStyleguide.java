package org.manyhands.look;

import org.manyhands.ManyHandsApplication;
import org.manyhands.TestDatabase;
import org.springframework.boot.SpringApplication;

/** Starts the application with the component page at {@code /styleguide}, to look at it while one works on the look. */
class ShowStyleguide {

    public static void main(String[] args) {
        SpringApplication.from(ManyHandsApplication::main)
                .with(TestDatabase.class)
                .run(args);
    }
}
