package org.manyhands.database;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * The condition that the data is kept in the embedded PostgreSQL, as it is unless {@code spring.datasource.url} names
 * another database: {@code @Conditional(EmbeddedDatabase.class)}.
 */
public class EmbeddedDatabase extends SpringBootCondition {

    static final String URL_OF_ANOTHER = "spring.datasource.url";

    /** For conditions that ask more than this. */
    public static boolean isUsedIn(Environment environment) {
        return !StringUtils.hasText(environment.getProperty(URL_OF_ANOTHER));
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var message = ConditionMessage.forCondition("Embedded database");
        return isUsedIn(context.getEnvironment())
                ? ConditionOutcome.match(message.didNotFind("property").items(URL_OF_ANOTHER))
                : ConditionOutcome.noMatch(message.found("property").items(URL_OF_ANOTHER));
    }
}
