package org.manyhands.mail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Which way mails leave this installation; the configuration alone decides. */
public enum MailWay {
    TO_SERVER,
    TO_LOCAL_MAILBOX,
    /** Wished for with MANYHANDS_MAIL=none: mails wait in the outbox until they expire. */
    NOWHERE,
    /** Not said, on a database of its own: nobody could ever sign in, and nobody would know why. */
    NOT_SAID;

    static MailWay in(Environment environment) {
        if ("none".equalsIgnoreCase(environment.getProperty("manyhands.mail"))) {
            return NOWHERE;
        }
        if (StringUtils.hasText(environment.getProperty("spring.mail.host"))) {
            return TO_SERVER;
        }
        return StringUtils.hasText(environment.getProperty("spring.datasource.url")) ? NOT_SAID : TO_LOCAL_MAILBOX;
    }

    /** The bean exists only where mails go one of these ways. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Conditional(GoesThatWay.class)
    @interface Only {

        MailWay[] value();
    }

    static class GoesThatWay implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata bean) {
            var ways = bean.getAnnotations().get(Only.class).getEnumArray("value", MailWay.class);
            return List.of(ways).contains(in(context.getEnvironment()));
        }
    }
}
