package dev.keshi.infrastructure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void aSecretIsMadeOnceAndReadByItsOwnerOnly() throws Exception {
        String first = new StateFolder(folder).secrets().password("mongodb-keshi_org");
        String second = new StateFolder(folder).secrets().password("mongodb-keshi_org");

        assertThat(first).isEqualTo(second).matches("[A-Za-z0-9_-]{32}");
        Path file = folder.resolve("secrets/mongodb-keshi_org");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void threadsThatWantTheSameNewSecretGetTheSame() throws Exception {
        var secrets = new StateFolder(folder).secrets();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var wanted = IntStream.range(0, 50)
                    .mapToObj(number -> threads.submit(() -> secrets.password("shared")))
                    .toList();
            for (Future<String> one : wanted) {
                assertThat(one.get()).isEqualTo(secrets.password("shared"));
            }
        }
    }

    @Test
    void everySecretDiffers() {
        Secrets secrets = new StateFolder(folder).secrets();

        assertThat(secrets.password("a")).isNotEqualTo(secrets.password("b"));
    }

    @Test
    void aKeyHas32Bytes() {
        assertThat(Base64.getDecoder().decode(new StateFolder(folder).secrets().key("cursor-key")))
                .hasSize(32);
    }
}
