package org.manyhands.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 405 Method Not Allowed (RFC 9110, 15.5.6) to what no page uses. Ahead of Spring Security, which would ask for
 * the token of a form that there cannot be; nothing gets further than without this filter.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnusedMethods extends OncePerRequestFilter {

    private static final Set<String> USED = Set.of("GET", "HEAD", "POST", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (USED.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, OPTIONS");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
