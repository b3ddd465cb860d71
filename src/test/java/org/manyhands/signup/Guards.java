package org.manyhands.signup;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.manyhands.mail.Outbox;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application's guards, with a switch at each: for negative controls only. */
@TestConfiguration(proxyBeanMethods = false)
class Guards {

    @Bean
    @Primary
    Locks locks(JdbcClient jdbc) {
        return new Locks(jdbc);
    }

    @Bean
    static Mails mails(ObjectProvider<PlatformTransactionManager> transactions) {
        return new Mails(transactions);
    }

    static class Locks extends SignupLocks {

        enum Taken {
            IN_ORDER,
            BY_EVERY_OTHER_IN_REVERSE,
            NEVER
        }

        private final JdbcClient jdbc;
        private final AtomicInteger calls = new AtomicInteger();
        private volatile Taken taken = Taken.IN_ORDER;

        Locks(JdbcClient jdbc) {
            super(jdbc);
            this.jdbc = jdbc;
        }

        void are(Taken taken) {
            this.taken = taken;
        }

        @Override
        UUID take(Collection<VolunteerId> volunteers, Collection<ShiftId> shifts) {
            if (taken == Taken.NEVER) {
                return jdbc.sql("select conference_id from volunteer where volunteer_id = ?")
                        .param(volunteers.iterator().next().volunteerId())
                        .query(UUID.class)
                        .single();
            }
            if (taken == Taken.BY_EVERY_OTHER_IN_REVERSE && calls.getAndIncrement() % 2 == 0) {
                hold(List.of(), shifts);
            }
            return super.take(volunteers, shifts);
        }
    }

    /** The process ended here, as far as can be told from its database. */
    static class Crash extends RuntimeException {}

    static class Mails implements BeanPostProcessor, MethodInterceptor {

        enum Written {
            WITH_THE_SIGNUP,
            AFTER_IT_UNLESS_IT_CRASHES
        }

        private final ObjectProvider<PlatformTransactionManager> transactions;
        private final AtomicInteger mails = new AtomicInteger();
        private volatile Written written = Written.WITH_THE_SIGNUP;

        Mails(ObjectProvider<PlatformTransactionManager> transactions) {
            this.transactions = transactions;
        }

        void areWritten(Written written) {
            this.written = written;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof Outbox)) {
                return bean;
            }
            var factory = new ProxyFactory(bean);
            factory.setProxyTargetClass(true);
            factory.addAdvice(this);
            return factory.getProxy();
        }

        @Override
        public @Nullable Object invoke(MethodInvocation writing) throws Throwable {
            if (written == Written.WITH_THE_SIGNUP) {
                return writing.proceed();
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    if (mails.getAndIncrement() % 3 == 0) {
                        throw new Crash();
                    }
                    writeNow(writing);
                }
            });
            return null;
        }

        private void writeNow(MethodInvocation writing) {
            var own = new TransactionTemplate(transactions.getObject());
            own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            own.executeWithoutResult(_ -> {
                try {
                    AopUtils.invokeJoinpointUsingReflection(
                            java.util.Objects.requireNonNull(writing.getThis()),
                            writing.getMethod(),
                            writing.getArguments());
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
