package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over real HTTP: error pages come by a second dispatch that MockMvc does not make. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "manyhands.sample=false",
            "manyhands.mail=none",
            "spring.datasource.hikari.connection-timeout=500",
            "spring.servlet.multipart.max-file-size=10KB"
        })
@Import({TestDatabase.class, TroubleMaker.class})
class ErrorPagesTests {

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcConnectionDetails database;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/trouble/nowhere       | 404 | There is nothing at this address",
                "/trouble/missing       | 404 | There is nothing at this address",
                "/error                 | 404 | There is nothing at this address",
                "/trouble/number?n=many | 400 | This address or form could not be read",
                "/trouble/number        | 400 | This address or form could not be read",
                "/?q=%ff%fe             | 400 | This address or form could not be read",
                "/sign-in?next=%e4%20   | 400 | This address or form could not be read",
                "/nowhere?q=%ff         | 400 | This address or form could not be read",
                "/sign-in?=x            | 400 | This address or form could not be read",
                "/trouble/form-only     | 405 | This request does not work here",
                "/trouble/overtaken     | 409 | Somebody else changed this meanwhile",
                "/trouble/busy          | 429 | That was a lot in a short time",
                "/trouble/slow          | 503 | Many Hands cannot reach its records just now",
                "/trouble/bug           | 500 | Something broke on our side",
                "/trouble/half-a-page   | 500 | Something broke on our side",
                "/trouble/broken-template | 500 | Something broke on our side",
            })
    void says(String path, int status, String heading) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1>" + heading + "</h1>").contains("/assets/app-");
        keepsItsInnardsToItself(answer);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    /** Whoever tries odd addresses writes no stack traces into the log with them. */
    @ParameterizedTest
    @ExtendWith(OutputCaptureExtension.class)
    @ValueSource(strings = {"/?q=%ff%fe", "/sign-in?=x", "/trouble/number?n=%c3%28"})
    void isQuietAboutAQueryThatIsNoText(String path, CapturedOutput output) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(400);
        assertThat(output).doesNotContain("ERROR", "Exception", "\tat ");
    }

    @Test
    void readsQueriesInAllLanguages() throws Exception {
        assertThat(get("/?q=caf%C3%A9+%26%20%F0%9F%98%80&x=%E4%BC%9A&flag").statusCode())
                .isEqualTo(200);
    }

    @Test
    void offersToSignInAndToComeBackWhereAPageMayOpenForSome() throws Exception {
        assertThat(get("/some-conference/organize/roster").body())
                .contains("opens only for some people", "href=\"/sign-in?next=/some-conference/organize/roster\"");
        assertThat(get("/trouble/nowhere").body()).contains("href=\"/sign-in?next=/trouble/nowhere\"");
    }

    @Test
    void waitsForTheDatabaseOnceInARequest(@Autowired DataSource connections) {
        assertThat(connections).isInstanceOf(OneWait.class);
    }

    @Test
    void tellsProgramsTheSameAsPeople() throws Exception {
        var answer = send(request("/trouble/bug").header("Accept", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(500);
        keepsItsInnardsToItself(answer);
    }

    @Test
    void saysThatAFormWasOpenForTooLong() throws Exception {
        var answer = send(request("/trouble/form-only").POST(BodyPublishers.ofString("name=Ida")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was open for too long");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /sign-in",
        "DELETE, /sign-in",
        "PATCH, /",
        "DELETE, /pycon/organize/places",
        "PROPFIND, /nowhere",
    })
    void knowsNoMethodThatNoPageUses(String method, String path) throws Exception {
        var answer = send(request(path).method(method, BodyPublishers.ofString("name=Ida")));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, POST, OPTIONS");
        assertThat(answer.body()).contains("<h1>This request does not work here</h1>");
        keepsItsInnardsToItself(answer);
    }

    @Test
    void saysThatAKindOfContentIsNotTaken() throws Exception {
        var answer = send(
                request("/trouble/upload").header("Content-Type", "text/csv").POST(BodyPublishers.ofString("a,b")));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("This request does not work here");
    }

    @ParameterizedTest
    @CsvSource({
        "--edge, 20000, 413, That is too large",
        "--edge, 20, 200, taken",
        "--other, 20, 400, This address or form could not be read",
        "--edge-, 20, 400, This address or form could not be read"
    })
    void refusesBrokenUploads(String delimiter, int size, int status, String told) throws Exception {
        var body = delimiter + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                + "x".repeat(size) + "\r\n" + (delimiter.endsWith("-") ? "" : delimiter + "--\r\n");
        var answer = send(request("/trouble/upload")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
        keepsItsInnardsToItself(answer);
    }

    /** Refused before any of our code: the server’s own page, which at least must not name it. */
    @ParameterizedTest
    @CsvSource({"GET /%00 HTTP/1.1", "GET /a[b HTTP/1.1", "BREW /.. HTTP/9.9"})
    void doesNotNameTheServerInAnswersToBrokenRequests(String line) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            send(socket.getOutputStream(), line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .matches("(?s)HTTP/1.1 (400|404|505) .*")
                    .doesNotContainIgnoringCase("tomcat", "exception");
        }
    }

    @Test
    void staysKindWhileTheDatabaseIsAwayAndSignsNobodyOut() throws Exception {
        var cookie = get("/trouble/form")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        var name = jdbc.sql("select current_database()").query(String.class).single();
        pullThePlug(name);
        try {
            for (var path : new String[] {"/trouble/query", "/trouble/form", "/trouble/nowhere", "/trouble/redirect"}) {
                var answer = send(request(path).header("Cookie", cookie));
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
                assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .hasValue("nosniff");
                assertThat(answer.headers().firstValue("Location")).isEmpty();
                assertThat(answer.body())
                        .contains("Many Hands cannot reach its records just now", "/assets/app-")
                        .doesNotContain("My shifts");
                keepsItsInnardsToItself(answer);
            }
        } finally {
            plugIn(name);
        }
        var answer = onceItIsBack(request("/trouble/form").header("Cookie", cookie));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    /** The pool takes a while to try again; each try waits for it. */
    private HttpResponse<String> onceItIsBack(HttpRequest.Builder request) throws Exception {
        var answer = send(request);
        for (int tries = 1; answer.statusCode() == 503 && tries < 100; tries++) {
            answer = send(request);
        }
        return answer;
    }

    private void keepsItsInnardsToItself(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .doesNotContainIgnoringCase("exception", "select ", "at org.", "tomcat", "half a page", "password");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void pullThePlug(String name) throws SQLException {
        asAdministrator("alter database " + name + " with allow_connections false");
        asAdministrator("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    private void plugIn(String name) throws SQLException {
        asAdministrator("alter database " + name + " with allow_connections true");
    }

    private void asAdministrator(String sql) throws SQLException {
        var server = new PGSimpleDataSource();
        server.setUrl(database.getJdbcUrl());
        server.setDatabaseName("template1");
        try (var connection = ((DataSource) server).getConnection(database.getUsername(), database.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
