package org.manyhands.example;

import org.manyhands.database.EmbeddedDatabase;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether an empty database gets the example: as MANYHANDS_SAMPLE says, else only the embedded one does. */
class SampleWanted implements Condition {

    static final String PROPERTY = "manyhands.sample";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata bean) {
        var environment = context.getEnvironment();
        return environment.getProperty(PROPERTY, Boolean.class, EmbeddedDatabase.isUsedIn(environment));
    }
}
