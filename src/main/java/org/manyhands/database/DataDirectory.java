package org.manyhands.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where the embedded server keeps its things: a folder for each major version of PostgreSQL, closed to all but its
 * owner. One copy of the application at a time has a claim to it, which ends with its process, whichever way that goes.
 */
final class DataDirectory implements AutoCloseable {

    /** Of the binaries in pom.xml. A newer major version does not read what an older one wrote. */
    static final int MAJOR_VERSION = 18;

    private static final boolean HAS_PERMISSIONS =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path home;
    private final FileChannel claim;

    private DataDirectory(Path home, FileChannel claim) {
        this.home = home;
        this.claim = claim;
    }

    static DataDirectory claim(Path directory) {
        try {
            var root = Files.createDirectories(directory.toAbsolutePath(), ownerOnly("rwx------"))
                    .toRealPath();
            var home = Files.createDirectories(root.resolve("postgresql-" + MAJOR_VERSION));
            if (HAS_PERMISSIONS) {
                Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            }
            return new DataDirectory(home, lock(root));
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "Many Hands cannot keep its data in " + directory.toAbsolutePath() + ": " + e,
                    "Let the user who runs it write there, or name another directory with MANYHANDS_DATA_DIRECTORY.",
                    e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // no less another's for being in this process
        }
        channel.close();
        throw new EmbeddedDatabaseException(
                "Another copy of Many Hands is running on the data in " + root + ".",
                "Stop that copy first, or give this one a directory of its own with MANYHANDS_DATA_DIRECTORY.",
                null);
    }

    /** The database itself; under this name only once it is whole. */
    Path cluster() {
        return home.resolve("cluster");
    }

    /** The database while it is being made; what is found under this name was interrupted. */
    Path unfinishedCluster() {
        return home.resolve("cluster.unfinished");
    }

    boolean isFinished() {
        return Files.exists(cluster());
    }

    /** From now on the database is one to keep, even if the power fails in the next moment. */
    void finish() throws IOException {
        Files.move(unfinishedCluster(), cluster(), StandardCopyOption.ATOMIC_MOVE);
        if (HAS_PERMISSIONS) {
            try (var directory = FileChannel.open(home, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    Path programs() {
        return home.resolve("programs");
    }

    Path passwordFile() {
        return home.resolve("password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** On the disk before the database that cannot be opened without it. */
    void makePassword() throws IOException {
        var secret = new byte[24];
        RANDOM.nextBytes(secret);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile(), ownerOnly("rw-------"));
        Files.writeString(
                passwordFile(), HexFormat.of().formatHex(secret), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    /** What the server has said since it was last started. */
    Path log() {
        return home.resolve("log");
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return HAS_PERMISSIONS
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
