package org.manyhands;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.test.util.TestSocketUtils;

/**
 * The application in a process of its own, without what is only for tests; it can be killed and started again. What it
 * says is kept in {@code target/application-<port>.log}.
 */
public final class ApplicationProcess implements AutoCloseable {

    private final ProcessBuilder command;
    private final int port;
    private final Path log;
    private Process process;

    /** @param settings further ones, as on a command line */
    public ApplicationProcess(JdbcConnectionDetails database, String... settings)
            throws IOException, InterruptedException {
        port = TestSocketUtils.findAvailableTcpPort();
        var words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                ManyHandsApplication.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--manyhands.sample=false"));
        words.addAll(List.of(settings));
        log = Path.of("target", "application-" + port + ".log");
        command = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        command.environment().put("SPRING_DATASOURCE_URL", database.getJdbcUrl());
        command.environment().put("SPRING_DATASOURCE_USERNAME", database.getUsername());
        command.environment().put("SPRING_DATASOURCE_PASSWORD", database.getPassword());
        process = started();
    }

    public int port() {
        return port;
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Once it was killed; on the same port. */
    public void startAgain() throws IOException, InterruptedException {
        process = started();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private Process started() throws IOException, InterruptedException {
        var startsBefore = starts();
        var starting = command.start();
        while (starts() == startsBefore) {
            if (!starting.isAlive()) {
                throw new AssertionError("the application did not start, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return starting;
    }

    private long starts() throws IOException {
        if (Files.notExists(log)) {
            return 0;
        }
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("Started ManyHandsApplication"))
                    .count();
        }
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
