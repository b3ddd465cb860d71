package org.manyhands.shared;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Keeps the pages that are {@link KeptForAMoment} for those who bring no session, so that a crowd that opens the same
 * page at once costs as much as one reader. Nothing is invalidated: a page is at most as old as it is kept. Within the
 * security headers and {@link DatabaseTroubleFilter}, before sessions and Spring Security, which such a page does not need.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class KeptPages extends OncePerRequestFilter {

    /** Compressed pages and their addresses, in bytes; a query made up at random is a page of its own. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final CookieSerializer sessionCookie;
    private final RequestMappingHandlerMapping handlers;
    private final AsyncCache<String, @Nullable KeptPage> pages;

    @Autowired
    KeptPages(
            CookieSerializer sessionCookie,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            @Value("${manyhands.pages-kept-for}") Duration keptFor) {
        this(sessionCookie, handlers, keptFor, Ticker.systemTicker());
    }

    KeptPages(CookieSerializer sessionCookie, RequestMappingHandlerMapping handlers, Duration keptFor, Ticker ticker) {
        this.sessionCookie = sessionCookie;
        this.handlers = handlers;
        this.pages = Caffeine.newBuilder()
                .expireAfterWrite(keptFor)
                .maximumWeight(MOST_BYTES)
                .weigher((String address, KeptPage page) -> address.length() + page.weight())
                .ticker(ticker)
                .buildAsync();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        return !reads || !sessionCookie.readCookieValues(request).isEmpty();
    }

    /** One request makes the page; those that come meanwhile wait for it. Where it is not to be kept, each makes its own. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = addressOf(request);
        var known = pages.getIfPresent(address);
        if (known == null && !isKept(request)) {
            chain.doFilter(request, response);
            return;
        }
        var mine = new CompletableFuture<@Nullable KeptPage>();
        var first = pages.get(address, (unknown, executor) -> mine);
        if (first == mine) {
            make(mine, request, response, chain);
            return;
        }
        var page = first.join();
        if (page == null) {
            chain.doFilter(request, response);
        } else {
            page.answer(request, response);
        }
    }

    private static void make(
            CompletableFuture<@Nullable KeptPage> made,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var whole = new ContentCachingResponseWrapper(response);
        KeptPage page = null;
        try {
            chain.doFilter(new WithBody(request), whole);
            page = pageIn(whole);
        } finally {
            made.complete(page);
        }
        if (page == null) {
            whole.copyBodyToResponse();
        } else {
            page.answer(request, response);
        }
    }

    /** An error, a redirect or what began a session is for one reader only. */
    private static @Nullable KeptPage pageIn(ContentCachingResponseWrapper response) throws IOException {
        var type = response.getContentType();
        return response.getStatus() == HttpStatus.OK.value()
                        && type != null
                        && type.startsWith(MediaType.TEXT_HTML_VALUE)
                        && !response.containsHeader(HttpHeaders.SET_COOKIE)
                ? KeptPage.of(response.getContentAsByteArray(), type, response.getLocale())
                : null;
    }

    private boolean isKept(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            var handler = handlers.getHandler(request);
            return handler != null
                    && handler.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(KeptForAMoment.class);
        } catch (Exception e) {
            return false; // refused further in, in words
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(request);
        }
    }

    private static String addressOf(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** HEAD asks for the headers of the page that GET would get, so that page is made. */
    private static final class WithBody extends HttpServletRequestWrapper {

        WithBody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }
    }
}
