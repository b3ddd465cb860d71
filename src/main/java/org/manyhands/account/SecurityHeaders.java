package org.manyhands.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.manyhands.shared.BaseUrl;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * What browsers are told to refuse on our pages. Written first and outermost, so that it stands on every answer: also on
 * those that never get as far as Spring Security, such as a refused address or a database that is away.
 */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

    /** Scripts and styles come in files of our own, so that nothing a person typed can ever run. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    static final String PERMISSIONS_POLICY =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final Duration HTTPS_REMEMBERED = Duration.ofDays(365);

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> securityHeadersOnEveryAnswer(BaseUrl baseUrl) {
        var filter = new HeaderWriterFilter(writers(baseUrl));
        filter.setShouldWriteHeadersEagerly(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static List<HeaderWriter> writers(BaseUrl baseUrl) {
        var writers = new ArrayList<HeaderWriter>(List.of(
                new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY),
                new XContentTypeOptionsHeaderWriter(),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                openedBy(CrossOriginOpenerPolicy.SAME_ORIGIN),
                new PermissionsPolicyHeaderWriter(PERMISSIONS_POLICY)));
        if (baseUrl.isHttps()) {
            // A proxy that ends https passes plain requests on, so the base address decides, not the request
            writers.add(new HstsHeaderWriter(AnyRequestMatcher.INSTANCE, HTTPS_REMEMBERED.toSeconds(), false));
        }
        return writers;
    }

    private static HeaderWriter openedBy(CrossOriginOpenerPolicy policy) {
        var writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(policy);
        return writer;
    }
}
