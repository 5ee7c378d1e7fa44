package org.zhikao.formats.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTheMasterKeyTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeOnceAndReadableByItsOwnerAlone() throws IOException {
        Path file = folder.resolve("master.key");
        MasterKey first = MasterKeys.inFile(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        MasterKey second = MasterKeys.inFile(file);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.purpose("x")).isEqualTo(first.purpose("x")).isNotEqualTo(first.purpose("y"));
        byte[] wrapped = first.wrap(new byte[32], new byte[] {1});
        assertThat(second.unwrap(wrapped, new byte[] {1})).isEqualTo(new byte[32]);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isNotReadFromAFileThatOthersCanRead() throws IOException {
        Path file = folder.resolve("master.key");
        MasterKeys.inFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> MasterKeys.inFile(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mode 600");
    }

    @Test
    void isNeverMadeAnewOverADamagedFile() throws IOException {
        Path file = folder.resolve("master.key");
        MasterKeys.inFile(file);
        String content = Files.readString(file);
        for (String damaged : new String[] {"", "wrapping AAAA\nroot AAAA\n", content.replace("root", "rot")}) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> MasterKeys.inFile(file)).isInstanceOf(IOException.class);
            assertThat(Files.readString(file)).isEqualTo(damaged);
        }
    }

    @Test
    void aBlindIndexFindsTheSameNumberAndNothingElse() {
        MasterKey master = MasterKeys.inMemory(Entropy.seeded(1));
        BlindIndex index = new BlindIndex(master);
        byte[] one = index.of(IdentityNumber.read("11010519491231002x"));
        assertThat(one).hasSize(16).isEqualTo(index.of(new IdentityNumber("11010519491231002X")));
        assertThat(index.of(new IdentityNumber("110105188002290014"))).isNotEqualTo(one);
        assertThat(new BlindIndex(MasterKeys.inMemory(Entropy.seeded(2))).of(new IdentityNumber("11010519491231002X")))
                .isNotEqualTo(one);
    }
}
