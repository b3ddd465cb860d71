package org.manyhands.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    Path directory;

    @Test
    void isClosedToOthersEvenWhereItWasOpenBefore() throws IOException {
        var home = Files.createDirectories(DataForTests.home(directory));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (var data = DataDirectory.claim(directory)) {
            assertThat(permissionsOf(home)).isEqualTo("rwx------");
        }
    }

    @Test
    void keepsThePasswordInAFileForItsOwnerOnly() throws IOException {
        try (var data = DataDirectory.claim(directory)) {
            data.makePassword();
            assertThat(data.password()).hasSize(48);
            assertThat(permissionsOf(data.passwordFile())).isEqualTo("rw-------");
        }
    }

    @Test
    void canBeClaimedAgainOnceItIsGivenUp() {
        DataDirectory.claim(directory).close();
        DataDirectory.claim(directory).close();
    }

    @Test
    void tellsWhereNothingCanBeKept() throws IOException {
        var file = Files.createFile(directory.resolve("a-file"));
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> DataDirectory.claim(file))
                .withMessageStartingWith("Many Hands cannot keep its data in " + file);
    }

    private static String permissionsOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
