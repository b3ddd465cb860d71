package org.manyhands.account;

import org.manyhands.shared.BaseUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

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
