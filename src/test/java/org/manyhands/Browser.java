package org.manyhands;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A browser without scripts, for tests of several pages: keeps its cookies and posts with the CSRF token of the page it
 * is on, so that neither sessions nor tokens are made up. One is one person's; make another for somebody else.
 */
public class Browser {

    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final MockMvcTester mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String csrfToken = "";
    private String location = "";

    public Browser(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(String address) {
        return keep(withCookies(mvc.get().uri(URI.create(address))).exchange());
    }

    /** Posts names and values in turn. */
    public MvcTestResult post(String address, String... fields) {
        var request = withCookies(mvc.post().uri(URI.create(address))).param("_csrf", csrfToken);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return keep(request.exchange());
    }

    /** Goes where the last answer pointed. */
    public MvcTestResult follow() {
        return get(location);
    }

    public Map<String, Cookie> cookieJar() {
        return cookies;
    }

    private MockMvcRequestBuilder withCookies(MockMvcRequestBuilder request) {
        return cookies.isEmpty() ? request : request.cookie(cookies.values().toArray(Cookie[]::new));
    }

    private MvcTestResult keep(MvcTestResult result) {
        if (result.getUnresolvedException() != null) {
            return result;
        }
        Arrays.stream(result.getResponse().getCookies()).forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        });
        var header = result.getResponse().getHeader(HttpHeaders.LOCATION);
        location = header == null ? "" : header;
        var token = CSRF_TOKEN.matcher(body(result));
        if (token.find()) {
            csrfToken = token.group(1);
        }
        return result;
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
