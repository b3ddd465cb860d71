package org.manyhands;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Talks HTTP to an application in another process, with cookies and CSRF tokens as a browser has them. */
public final class PlainBrowser {

    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http;
    private final String base;
    private final JdbcClient jdbc;
    private String csrfToken = "";

    public PlainBrowser(int port, JdbcClient jdbc) {
        this(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), port, jdbc);
    }

    private PlainBrowser(HttpClient http, int port, JdbcClient jdbc) {
        this.http = http;
        this.base = "http://127.0.0.1:" + port;
        this.jdbc = jdbc;
    }

    /** Another window of the same browser, whose requests go to another instance: as signed in as this one. */
    public PlainBrowser at(int port) {
        var window = new PlainBrowser(http, port, jdbc);
        window.csrfToken = csrfToken;
        return window;
    }

    public HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + address)).build());
    }

    public HttpResponse<String> post(String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(
                        "&", "_csrf=" + URLEncoder.encode(csrfToken, StandardCharsets.UTF_8) + "&", ""));
        return send(HttpRequest.newBuilder(URI.create(base + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public void signIn(String email) throws IOException, InterruptedException {
        get("/sign-in");
        post("/sign-in", Map.of("email", email));
        get("/sign-in/sent");
        post("/sign-in/code", Map.of("code", MailedCode.to(email, jdbc)));
    }

    /** The mail was asked for in time, as far as the database knows; where mails are really sent, their codes are not kept. */
    public void followLinkMailedTo(String email) throws IOException, InterruptedException {
        var token = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into sign_in (sign_in_id, email, token_hash, code_hash, asked_at, expires_at)
                        values (gen_random_uuid(), :email, sha256(:token::bytea), sha256(:code::bytea), now(), now() + interval '10 minutes')
                        """)
                .param("email", email)
                .param("token", token)
                .param("code", token)
                .update();
        get("/sign-in/link?token=" + token);
        post("/sign-in/link", Map.of("token", token));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        var token = CSRF_TOKEN.matcher(answer.body());
        if (token.find()) {
            csrfToken = token.group(1);
        }
        return answer;
    }
}
