package org.manyhands;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An embedded PostgreSQL for all contexts of a test run; quick, forgetful, and gone with the run. */
final class TestServer {

    /** No superuser: what the database of an installation would refuse must not pass the tests. */
    static final String OWNER = "manyhands";

    private static final TestServer RUNNING = new TestServer();

    private final AtomicInteger databases = new AtomicInteger();
    private final EmbeddedPostgres server;

    /** Kept, because a process that nobody can reach has its pipes closed. */
    private final @Nullable Process watcher;

    private TestServer() {
        try {
            var directory = Files.createTempDirectory("manyhands-test-");
            watcher = stopWhenThisJvmIsGone(directory);
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setServerConfig("max_connections", "200")
                    .start();
            execute("create role " + OWNER + " login");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the embedded PostgreSQL did not start", e);
        }
    }

    /** The address of a new, empty database. */
    static String newDatabase() throws SQLException {
        var name = OWNER + "_" + RUNNING.databases.incrementAndGet();
        RUNNING.execute("create database " + name + " owner " + OWNER);
        return RUNNING.server.getJdbcUrl(OWNER, name);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * The library stops the server at the JVM's end, but not when the JVM is killed, as Surefire and people do. This
     * shell notices that, too: what it reads from ends with the JVM, whichever way that goes.
     */
    private static @Nullable Process stopWhenThisJvmIsGone(Path directory) throws IOException {
        if (File.separatorChar != '/') {
            return null;
        }
        var script = """
                trap '' INT TERM HUP
                cat
                pid=$(head -n 1 "$0/postmaster.pid") && kill -QUIT "$pid"
                rm -rf "$0"
                """;
        return new ProcessBuilder("sh", "-c", script, directory.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
