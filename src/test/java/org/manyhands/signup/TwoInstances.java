package org.manyhands.signup;

import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.manyhands.ManyHandsApplication;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A second application on the same database, to which every other call of the services goes. */
@TestConfiguration(proxyBeanMethods = false)
class TwoInstances {

    @Bean
    static Turns turns(ObjectProvider<JdbcConnectionDetails> database) {
        return new Turns(database);
    }

    static final class Turns implements BeanPostProcessor, DisposableBean {

        private final ObjectProvider<JdbcConnectionDetails> database;
        private final AtomicInteger calls = new AtomicInteger();
        private @Nullable ConfigurableApplicationContext other;

        Turns(ObjectProvider<JdbcConnectionDetails> database) {
            this.database = database;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            var shared = bean instanceof SignupService
                    || bean instanceof Leaving
                    || bean instanceof Covers
                    || bean instanceof Offers
                    || bean instanceof Waitlist;
            return shared ? takingTurns(bean) : bean;
        }

        private Object takingTurns(Object here) {
            var factory = new ProxyFactory(here);
            factory.setProxyTargetClass(true);
            factory.addAdvice((MethodInterceptor) call -> {
                // What is called within a transaction belongs to it
                if (TransactionSynchronizationManager.isActualTransactionActive() || calls.getAndIncrement() % 2 == 0) {
                    return call.proceed();
                }
                return AopUtils.invokeJoinpointUsingReflection(
                        other().getBean(AopUtils.getTargetClass(here)), call.getMethod(), call.getArguments());
            });
            return factory.getProxy();
        }

        int toTheOther() {
            return calls.get() / 2;
        }

        /** Started by the first call, when the first application has made the tables. */
        private synchronized ConfigurableApplicationContext other() {
            if (other == null) {
                var details = database.getObject();
                other = new SpringApplicationBuilder(ManyHandsApplication.class)
                        .run(
                                "--server.address=127.0.0.1",
                                "--server.port=0",
                                "--manyhands.mail=none",
                                "--manyhands.sample=false",
                                "--spring.datasource.url=" + details.getJdbcUrl(),
                                "--spring.datasource.username=" + details.getUsername(),
                                "--spring.datasource.password=" + details.getPassword(),
                                "--spring.datasource.hikari.connection-timeout=30000",
                                "--spring.datasource.hikari.connection-init-sql=set lock_timeout = '30s'");
            }
            return other;
        }

        @Override
        public void destroy() {
            if (other != null) {
                other.close();
            }
        }
    }
}
