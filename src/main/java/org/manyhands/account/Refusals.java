package org.manyhands.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;

/** What those read who may not pass: where signing in helps, they are asked to; else there is nothing here. */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final RequestMatcher opensBySigningIn;

    Refusals(RequestMatcher opensBySigningIn) {
        this.opensBySigningIn = opensBySigningIn;
    }

    /** Nobody is signed in, or too long ago. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof CredentialsExpiredException || opensBySigningIn.matches(request)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, signInFor(request));
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    /** Somebody is signed in but may not, or a form came without this session's token. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        var status = reason instanceof CsrfException ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND;
        response.sendError(status.value());
    }

    /** Kept in the address, not in a session: a reader who only followed a link gets no cookie. */
    private static String signInFor(HttpServletRequest request) {
        var signIn = UriComponentsBuilder.fromPath("/sign-in");
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return signIn.toUriString();
        }
        var query = request.getQueryString();
        var path = LocalPath.orHome(request.getRequestURI() + (query == null ? "" : "?" + query));
        return signIn.queryParam("next", "{path}")
                .encode()
                .buildAndExpand(path.text())
                .toUriString();
    }
}
