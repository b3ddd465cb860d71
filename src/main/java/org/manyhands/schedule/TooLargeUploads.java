package org.manyhands.schedule;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.manyhands.schedulefile.ScheduleReader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a schedule that is larger than we read with the page it was sent from, which says so. Ahead of Spring
 * Security, which would look for the form's token in a body that Tomcat then refuses to read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TooLargeUploads extends OncePerRequestFilter {

    /** What a form has around its file. */
    private static final int AROUND = 64 * 1024;

    private static final Pattern IMPORT = Pattern.compile("/[a-z0-9-]+/organize/import(/shifts)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.POST.matches(request.getMethod())
                && request.getContentLengthLong() > ScheduleReader.LARGEST + AROUND
                && IMPORT.matcher(request.getRequestURI()).matches()) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?tooLarge=true");
        } else {
            chain.doFilter(request, response);
        }
    }
}
