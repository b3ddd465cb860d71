package org.manyhands.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL that comes and goes with the application, keeps its data, and answers to its password alone. */
final class EmbeddedServer implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    /** Of the application's database and of the role that owns it, which is no superuser. */
    private static final String NAME = "manyhands";

    private static final Pattern COMPLAINT = Pattern.compile("(?:FATAL|PANIC|error|unshare): +(.+)");

    private final DataDirectory data;
    private final Cluster cluster;
    private final int port;
    private final String password;

    private EmbeddedServer(DataDirectory data, Cluster cluster, int port, String password) {
        this.data = data;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    static EmbeddedServer startIn(Path directory) {
        var data = DataDirectory.claim(directory);
        try {
            return start(data);
        } catch (IOException | SQLException | RuntimeException e) {
            data.close();
            throw e instanceof EmbeddedDatabaseException told ? told : didNotStart(data, e);
        }
    }

    private static EmbeddedServer start(DataDirectory data) throws IOException, SQLException {
        Files.deleteIfExists(data.log());
        var programs = Programs.unpackedIn(data.programs(), data.log());
        if (!data.isFinished()) {
            makeDatabase(data, new Cluster(data.unfinishedCluster(), programs));
            data.finish();
        }
        var cluster = new Cluster(data.cluster(), programs);
        cluster.stopLeftover();
        var password = data.password();
        var port = cluster.start();
        log.info("The embedded PostgreSQL listens on port {} and keeps its data in {}", port, data.cluster());
        return new EmbeddedServer(data, cluster, port, password);
    }

    /** Leaves nothing of an earlier attempt, which was interrupted or this one would not be needed. */
    private static void makeDatabase(DataDirectory data, Cluster cluster) throws IOException, SQLException {
        cluster.stopLeftover();
        FileSystemUtils.deleteRecursively(cluster.directory());
        data.makePassword();
        cluster.make(data.passwordFile());
        var url = "jdbc:postgresql://127.0.0.1:" + cluster.start() + "/postgres";
        try (var connection = DriverManager.getConnection(url, Cluster.SUPERUSER, data.password());
                var statement = connection.createStatement()) {
            statement.execute("create role " + NAME + " login password '" + data.password() + "'");
            statement.execute("create database " + NAME + " owner " + NAME);
        } finally {
            cluster.stop();
        }
    }

    private static EmbeddedDatabaseException didNotStart(DataDirectory data, Throwable cause) {
        return new EmbeddedDatabaseException(
                "The embedded PostgreSQL did not start: " + reason(data, cause),
                "More may stand in " + data.log()
                        + ". To use a PostgreSQL of yours instead, set SPRING_DATASOURCE_URL.",
                cause);
    }

    /** The server's own last complaint where it made one. */
    private static String reason(DataDirectory data, Throwable cause) {
        try {
            return COMPLAINT
                    .matcher(Files.readString(data.log(), StandardCharsets.ISO_8859_1))
                    .results()
                    .map(complaint -> complaint.group(1))
                    .reduce((earlier, later) -> later)
                    .orElse(cause.toString());
        } catch (IOException e) {
            return cause.toString();
        }
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() {
        try (data) {
            cluster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
