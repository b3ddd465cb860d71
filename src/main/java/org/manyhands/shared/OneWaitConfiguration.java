package org.manyhands.shared;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link OneWait} around the pool, whoever made that. */
@Configuration(proxyBeanMethods = false)
class OneWaitConfiguration {

    @Bean
    static BeanPostProcessor oneWaitAroundThePool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new OneWait(pool) : bean;
            }
        };
    }
}
