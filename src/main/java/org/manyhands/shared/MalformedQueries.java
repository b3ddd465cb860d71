package org.manyhands.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 400 to an address whose query is no text, as {@code ?q=%ff%fe}. The server finds that out when somebody first
 * asks for a parameter, deep in a page, and would write a stack trace into the log: here is asked first. Forms are not
 * asked, for that would read them ahead of {@code TooLargeUploads}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class MalformedQueries extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.POST.matches(request.getMethod()) || canBeRead(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** As the specification of servlets (6.1) has it for {@code getParameter}. */
    private static boolean canBeRead(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
