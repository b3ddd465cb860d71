package org.manyhands.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * A finished page, compressed once rather than for each reader.
 *
 * @param etag weak, for the same page goes out compressed or not (RFC 9110, 8.8.3)
 */
record KeptPage(String contentType, Locale language, String etag, byte[] compressed) {

    /** Unless it says "gzip;q=0", which means "anything but" (RFC 9110, 12.4.2). */
    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

    static KeptPage of(byte[] content, String contentType, Locale language) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(content);
        }
        var etag = "W/\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        return new KeptPage(contentType, language, etag, compressed.toByteArray());
    }

    int weight() {
        return compressed.length;
    }

    /**
     * Browsers may keep it, but ask each time whether it still holds: with the cookie that signing in gave them they
     * get their own page. Nobody between them and us may keep it.
     */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.PRAGMA, null);
        response.setHeader(HttpHeaders.EXPIRES, null);
        response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Cookie");
        if (new ServletWebRequest(request, response).checkNotModified(etag)) {
            return;
        }
        response.setContentType(contentType);
        response.setLocale(language);
        var body = compressed;
        if (takesGzip(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        } else {
            body = new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
        }
        response.setContentLength(body.length);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean takesGzip(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && GZIP.matcher(accepted).find();
    }
}
