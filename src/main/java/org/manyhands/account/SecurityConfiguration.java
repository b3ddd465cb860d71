package org.manyhands.account;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.Rights.Standing;
import org.manyhands.shared.BaseUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which addresses are open to whom. One that is not listed here does not exist, whoever asks. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The one change that needs no token of a form: mail programs post it, without a cookie (RFC 8058). */
    private static final String ONE_CLICK = "/unsubscribe/{token}";

    private static final String[] PUBLIC = {
        "/",
        "/{c}",
        "/{c}/shifts",
        "/{c}/shifts/{id}",
        "/{c}/roles/{slug}",
        "/{c}/schedule",
        "/{c}/join",
        "/sign-in",
        "/sign-in/sent",
        "/sign-in/code",
        "/sign-in/link",
        "/sign-in/link/renew",
        "/setup",
        "/desk/{token}/**",
        "/wall/{token}",
        "/calendar/{token}.ics",
        ONE_CLICK,
        "/mailbox/**",
        "/health",
        "/assets/**",
    };

    private static final String[] SIGNED_IN = {
        "/invitations/**",
        "/{c}/me/**",
        "/{c}/signups",
        "/{c}/roles/{slug}/ask",
        "/{c}/schedule/{id}/star",
        "/{c}/schedule/{id}/unstar",
        "/{c}/shifts/{id}/signup",
        "/{c}/shifts/{id}/withdraw",
        "/{c}/shifts/{id}/cover",
        "/{c}/shifts/{id}/take",
        "/{c}/shifts/{id}/swap",
        "/{c}/swaps/{id}/**",
    };

    private static final String FOUNDERS = "/conferences/new";

    private static final String ORGANIZERS = "/{c}/organize/**";

    /** Among these, the ones to which a role lead's door leads as well, but for {@link #NO_ROLE_LEADS}. */
    private static final String[] ROLE_LEADS = {
        "/{c}/organize/roster/**",
        "/{c}/organize/shifts/**",
        "/{c}/organize/conflicts/**",
        "/{c}/organize/volunteers/**",
        "/{c}/organize/approvals/**",
        "/{c}/organize/print/**",
        "/{c}/organize/calendar/**",
    };

    private static final String[] NO_ROLE_LEADS = {
        "/{c}/organize/shifts/publish", "/{c}/organize/shifts/blocks", "/{c}/organize/calendar/attachments",
    };

    /** And the desk's. */
    private static final String[] DESKS = {"/{c}/organize", "/{c}/organize/checkin/**"};

    /** Of these, one that a phone's camera read from a volunteer's screen: whoever is not signed in is asked to. */
    private static final String CHECK_IN_CODE = "/{c}/organize/checkin/code/{code}";

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, Doorkeeper doorkeeper, SecurityContextRepository contexts, BaseUrl baseUrl) {
        var refusals = new Refusals(addresses(SIGNED_IN, FOUNDERS, CHECK_IN_CODE));
        return http.authorizeHttpRequests(doors -> doors.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/error")
                        .denyAll()
                        .requestMatchers(FOUNDERS)
                        .access(doorkeeper::founder)
                        .requestMatchers(SIGNED_IN)
                        .authenticated()
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers(NO_ROLE_LEADS)
                        .access(doorkeeper.to(Standing.ORGANIZER))
                        .requestMatchers(ROLE_LEADS)
                        .access(doorkeeper.to(Standing.ROLE_LEAD))
                        .requestMatchers(DESKS)
                        .access(doorkeeper.to(Standing.DESK))
                        .requestMatchers(ORGANIZERS)
                        .access(doorkeeper.to(Standing.ORGANIZER))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        answers -> answers.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(tokens -> tokens.ignoringRequestMatchers(ONE_CLICK))
                .addFilterBefore(new CrossSitePosts(baseUrl, addresses(new String[] {ONE_CLICK})), CsrfFilter.class)
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessHandler(SecurityConfiguration::signedOut))
                // The other headers are written further out, see SecurityHeaders
                .headers(headers -> headers.defaultsDisabled().cacheControl(withDefaults()))
                .build();
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
