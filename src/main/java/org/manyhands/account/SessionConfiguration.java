package org.manyhands.account;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.manyhands.shared.BaseUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sessions are rows in the database, found by one cookie that holds nothing but their id. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);

    /** With https the name's prefix lets no other host or path of the domain set the cookie (RFC 6265bis, 4.1.3). */
    @Bean
    CookieSerializer sessionCookie(BaseUrl baseUrl) {
        warnIfReadableOnTheWay(baseUrl);
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(baseUrl.isHttps() ? "__Host-manyhands" : "manyhands");
        cookie.setUseSecureCookie(baseUrl.isHttps());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        cookie.setRememberMeRequestAttribute(SignInDesk.REMEMBERED);
        return cookie;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Two requests of one browser may write the same attribute at once. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionAttributesAreUpserted() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Not a bean of its own in its place: Spring Boot would make no repository beside it. */
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
        var ofEachRequest = ((RequestSessions<?>) sessions).new OfEachRequest();
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(ofEachRequest);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    private static void warnIfReadableOnTheWay(BaseUrl baseUrl) {
        if (!baseUrl.isHttps() && !isLoopback(baseUrl.host())) {
            log.warn(
                    "MANYHANDS_BASE_URL is {}: without https, anybody on the way can read along and take over sessions.",
                    baseUrl.of(""));
        }
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
