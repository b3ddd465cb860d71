package org.manyhands.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;

/**
 * Data directories for tests; the slowest part of a first start, unpacking the programs, is done once for all,
 * whichever process comes first.
 */
final class DataForTests {

    private static final Path PROGRAMS =
            unpackedIn(Path.of("target", "postgresql-programs").toAbsolutePath());

    private DataForTests() {}

    static Path emptyIn(Path directory) throws IOException {
        var data = directory.resolve("data");
        Files.createDirectories(home(data));
        Files.createSymbolicLink(home(data).resolve("programs"), PROGRAMS);
        return data.toRealPath();
    }

    static Path copyOf(Path finished, Path directory) throws IOException {
        var data = emptyIn(directory);
        Files.copy(home(finished).resolve("password"), home(data).resolve("password"));
        FileSystemUtils.copyRecursively(cluster(finished), cluster(data));
        Files.setPosixFilePermissions(cluster(data), PosixFilePermissions.fromString("rwx------"));
        return data;
    }

    private static Path unpackedIn(Path directory) {
        try (var guard = FileChannel.open(
                        directory.resolveSibling("postgresql-programs.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var alone = guard.lock()) {
            Programs.unpackedIn(directory, directory.resolve("log"));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path home(Path data) {
        return data.resolve("postgresql-" + DataDirectory.MAJOR_VERSION);
    }

    static Path cluster(Path data) {
        return home(data).resolve("cluster");
    }

    static ProcessHandle serverOn(Path data) throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile(data, 0))).orElseThrow();
    }

    /** As the application would, though from another process. */
    static Connection connectTo(Path data) throws IOException, SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + pidFile(data, 3) + "/manyhands";
        return DriverManager.getConnection(
                url, "manyhands", Files.readString(home(data).resolve("password")));
    }

    private static String pidFile(Path data, int line) throws IOException {
        return Files.readAllLines(cluster(data).resolve("postmaster.pid"))
                .get(line)
                .strip();
    }
}
