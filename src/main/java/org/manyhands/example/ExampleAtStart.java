package org.manyhands.example;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Builds the example before the first visitor can come: the server begins to listen in the phase after this one. */
@Component
@Conditional(SampleWanted.class)
class ExampleAtStart implements SmartLifecycle {

    private final ExampleConference example;
    private volatile boolean running;

    ExampleAtStart(ExampleConference example) {
        this.example = example;
    }

    @Override
    public void start() {
        example.buildInEmptyDatabase();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
