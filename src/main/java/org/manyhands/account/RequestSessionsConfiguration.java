package org.manyhands.account;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts {@link RequestSessions} before the sessions' rows, and its memory around each request. */
@Configuration(proxyBeanMethods = false)
class RequestSessionsConfiguration {

    /**
     * Not a bean of its own, for which Spring Boot would leave out the repository behind it. So nobody can have that
     * one injected by its own type.
     */
    @Bean
    static BeanPostProcessor sessionsAsRequestsKnowThem() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository rows ? new RequestSessions<>(rows) : bean;
            }
        };
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> sessionsAreReadOnce(SessionRepository<?> sessions) {
        var registration = new FilterRegistrationBean<>(((RequestSessions<?>) sessions).aroundEachRequest());
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }
}
