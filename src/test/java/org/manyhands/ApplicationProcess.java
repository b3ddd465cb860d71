package org.manyhands;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The application in a process of its own, without what is only for tests; it can be killed and started again. */
public final class ApplicationProcess implements AutoCloseable {

    private final ProcessBuilder command;
    private final int port;
    private Process process;

    /** @param settings further ones, as on a command line */
    public ApplicationProcess(JdbcConnectionDetails database, String... settings)
            throws IOException, InterruptedException {
        port = freePort();
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
        command = new ProcessBuilder(words).redirectErrorStream(true);
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
        var starting = command.start();
        var output = starting.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Started ManyHandsApplication")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return starting;
            }
        }
        throw new AssertionError("the application did not start: exit " + starting.waitFor());
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
