package org.manyhands.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Answers 503 with a page of its own where the database is away or too busy. Outermost but for the security headers,
 * which hold for this page too, because sessions are kept in
 * the database too: the failure may come from their filter, before or after any controller, and an ordinary error
 * page would ask them again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DatabaseTroubleFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseTroubleFilter.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    /** Headers of the page that will not come; the others (Content-Security-Policy and its kin) hold for this one too. */
    private static final Predicate<String> OF_ANOTHER_PAGE = name -> name.matches(
            "(?i)content-(type|length|disposition|encoding|language)|location|set-cookie|etag|last-modified|cache-control|expires|pragma");

    private final ThymeleafViewResolver views;
    private final ResourceUrlProvider assets;

    DatabaseTroubleFilter(ThymeleafViewResolver views, ResourceUrlProvider assets) {
        this.views = views;
        this.assets = assets;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        OneWait.begin();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (response.isCommitted() || !DatabaseTrouble.isBehind(failure)) {
                throw failure;
            }
            log.warn("503 for {} {}: {}", request.getMethod(), request.getRequestURI(), innermostOf(failure));
            sayItIsAway(request, response);
        } finally {
            OneWait.end();
        }
    }

    private void sayItIsAway(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        var kept = response.getHeaderNames().stream()
                .filter(OF_ANOTHER_PAGE.negate())
                .distinct()
                .collect(Collectors.toMap(name -> name, response::getHeader));
        response.reset();
        kept.forEach(response::setHeader);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            var page = Objects.requireNonNull(views.resolveViewName("error/503", Locale.ENGLISH));
            page.render(Map.of(), request, new AssetLinks(response));
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static String innermostOf(Throwable failure) {
        var cause = failure.getCause();
        return cause == null || cause == failure ? failure.toString() : innermostOf(cause);
    }

    /** Gives assets their address with the content hash, which Spring's own filter, further in, no longer can. */
    private class AssetLinks extends HttpServletResponseWrapper {

        AssetLinks(HttpServletResponse response) {
            super(response);
        }

        @Override
        public String encodeURL(String url) {
            var versioned = assets.getForLookupPath(url);
            return versioned == null ? url : versioned;
        }
    }
}
