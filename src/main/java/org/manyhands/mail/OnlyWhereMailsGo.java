package org.manyhands.mail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The bean exists only where mails go one of these ways. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnlyWhereMailsGo.ThatWay.class)
@interface OnlyWhereMailsGo {

    MailWay[] value();

    class ThatWay implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata bean) {
            var ways = bean.getAnnotations().get(OnlyWhereMailsGo.class).getEnumArray("value", MailWay.class);
            return List.of(ways).contains(MailWay.in(context.getEnvironment()));
        }
    }
}
