package dev.keshi.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarFingerprintTest {

    @TempDir
    Path folder;

    @Test
    void theSameContentPackedLaterHasTheSameName() throws IOException {
        assertThat(JarFingerprint.of(jar("a", "content", 1_000_000)))
                .isEqualTo(JarFingerprint.of(jar("b", "content", 9_000_000)));
    }

    @Test
    void otherContentHasAnotherName() throws IOException {
        assertThat(JarFingerprint.of(jar("a", "content", 0))).isNotEqualTo(JarFingerprint.of(jar("b", "Content", 0)));
    }

    private Path jar(String name, String content, long time) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            var entry = new ZipEntry("dev/keshi/Some.class");
            entry.setTime(time);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
