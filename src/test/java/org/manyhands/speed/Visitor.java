package org.manyhands.speed;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser as far as its requests go: one cookie, the form's token, pages compressed as every browser asks for them. */
final class Visitor {

    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** How often the application asked anybody to come again. */
    static final LongAdder TOO_BUSY = new LongAdder();

    private final HttpClient client;
    private final URI base;
    private String cookie = "";
    private String csrfToken = "";

    Visitor(HttpClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    /** Opens the mail's link and presses the button, then takes a token for the forms to come. */
    void signIn(String token, String aPageWithForms) throws IOException, InterruptedException {
        readForm("/sign-in/link?token=" + token);
        expect(303, post("/sign-in/link", "token", token));
        readForm(aPageWithForms);
    }

    private void readForm(String address) throws IOException, InterruptedException {
        var page = expect(200, send(request(address, false), BodyHandlers.ofString()));
        var matcher = CSRF_TOKEN.matcher(page.body());
        if (!matcher.find()) {
            throw new IllegalStateException("no form at " + address);
        }
        csrfToken = matcher.group(1);
    }

    /** The bytes of a page as they came. */
    byte[] read(String address) throws IOException, InterruptedException {
        return expect(200, send(request(address, true), BodyHandlers.ofByteArray()))
                .body();
    }

    /** Where the application is too busy and asks to come again, the same form is sent again. */
    void signUp(String conference, UUID shift) throws IOException, InterruptedException {
        var request = UUID.randomUUID().toString();
        var address = "/" + conference + "/shifts/" + shift + "/signup";
        var response = post(address, "requestId", request);
        while (response.statusCode() == 503) {
            TOO_BUSY.increment();
            response = post(address, "requestId", request);
        }
        expect(303, response);
    }

    private HttpResponse<?> post(String address, String name, String value) throws IOException, InterruptedException {
        var form = "_csrf=" + csrfToken + "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return send(
                request(address, true)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String address, boolean compressed) {
        var request = HttpRequest.newBuilder(base.resolve(address));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return compressed ? request.header("Accept-Encoding", "gzip") : request;
    }

    private <T extends @Nullable Object> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws IOException, InterruptedException {
        var response = client.send(request.build(), body);
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return response;
    }

    private static <T extends @Nullable Object> HttpResponse<T> expect(int status, HttpResponse<T> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.statusCode() + " from " + response.uri());
        }
        return response;
    }
}
