package org.manyhands.speed;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.test.util.TestSocketUtils;

/** The jar as it is deployed, in a process of its own. */
final class PackagedApplication implements AutoCloseable {

    /** As in the Dockerfile, save that a container's limit says how much memory there is. */
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI base;
    private final Process process;

    PackagedApplication(Path jar, String database) throws IOException {
        var port = TestSocketUtils.findAvailableTcpPort();
        base = URI.create("http://localhost:" + port);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of(System.getProperty("bench.options", "").split(" ")));
        command.removeIf(String::isBlank);
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(java.util.Map.of(
                        "SERVER_PORT",
                        String.valueOf(port),
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "MANYHANDS_BASE_URL",
                        base.toString(),
                        "MANYHANDS_MAIL",
                        "none",
                        "MANYHANDS_SAMPLE",
                        "false",
                        "SPRING_DATASOURCE_URL",
                        database,
                        "SPRING_DATASOURCE_USERNAME",
                        BenchServer.OWNER,
                        "MALLOC_ARENA_MAX",
                        "2"));
        process = builder.redirectErrorStream(true)
                .redirectOutput(
                        Redirect.to(jar.resolveSibling("bench-application.log").toFile()))
                .start();
        waitUntilItAnswers();
    }

    URI base() {
        return base;
    }

    long pid() {
        return process.pid();
    }

    private void waitUntilItAnswers() {
        var end = Instant.now().plus(PATIENCE);
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client)) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("the application did not start, see target/bench-application.log");
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(base.resolve("/health")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
