package org.manyhands.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.BaseUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which addresses are open to whom. One that is not listed here does not exist, whoever asks. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] PUBLIC = {
        "/",
        "/{c}",
        "/{c}/shifts",
        "/{c}/shifts/{id}",
        "/{c}/join",
        "/{c}/schedule",
        "/calendar/{feed}",
        "/unsubscribe/{token}",
        "/sign-in",
        "/sign-in/sent",
        "/sign-in/code",
        "/sign-in/link",
        "/sign-in/link/renew",
        "/setup",
        "/mailbox/**",
        "/health",
        "/assets/**",
    };

    private static final String[] SIGNED_IN = {
        "/{c}/me/**",
        "/{c}/crew",
        "/{c}/signups",
        "/{c}/shifts/{id}/signup",
        "/{c}/shifts/{id}/withdraw",
        "/{c}/shifts/{id}/cover",
        "/{c}/shifts/{id}/take",
        "/{c}/schedule/{talk}/star",
        "/{c}/schedule/{talk}/unstar",
    };

    private static final String FOUNDERS = "/conferences/new";

    private static final String ORGANIZERS = "/{c}/organize/**";

    /** Scripts and styles come in files of our own, so that nothing a person typed can ever run. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    static final String PERMISSIONS_POLICY =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, Doorkeeper doorkeeper, SecurityContextRepository contexts, BaseUrl baseUrl) {
        var refusals = new Refusals(addresses(SIGNED_IN, FOUNDERS));
        return http.authorizeHttpRequests(doors -> doors.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/error")
                        .denyAll()
                        .requestMatchers(FOUNDERS)
                        .access(doorkeeper::founder)
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers(SIGNED_IN)
                        .authenticated()
                        .requestMatchers(ORGANIZERS)
                        .access(doorkeeper::organizer)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        answers -> answers.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/unsubscribe/{token}"))
                .addFilterBefore(new CrossSitePosts(baseUrl), CsrfFilter.class)
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessHandler(SecurityConfiguration::signedOut))
                .headers(headers -> write(headers, baseUrl))
                .build();
    }

    private static void write(HeadersConfigurer<HttpSecurity> headers, BaseUrl baseUrl) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY));
        if (baseUrl.isHttps()) {
            // A proxy that ends https passes plain requests on, so the base address decides, not the request
            headers.httpStrictTransportSecurity(
                    hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE).includeSubDomains(false));
        } else {
            headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
        }
    }

    /** Not "cookies": that would sign people out of every other site of the conference's domain; ours has ended anyway. */
    private static void signedOut(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        response.setHeader(HttpHeaders.LOCATION, "/");
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }

    private static RequestMatcher addresses(String[] patterns, String... more) {
        return new OrRequestMatcher(Stream.concat(Stream.of(patterns), Stream.of(more))
                .map(PathPatternRequestMatcher::pathPattern)
                .map(RequestMatcher.class::cast)
                .toList());
    }
}
