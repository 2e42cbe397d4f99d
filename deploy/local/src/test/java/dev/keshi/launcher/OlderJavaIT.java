package dev.keshi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven as somebody runs it by hand. */
class OlderJavaIT {

    @Test
    void theBuildSaysThatItWantsJdk25(@TempDir Path folder) throws Exception {
        assertThat(enforced("25.0.1", folder).status()).isZero();

        var older = enforced("21.0.4", folder);

        assertThat(older.status()).isEqualTo(1);
        assertThat(older.words())
                .contains("Keshi is built with JDK 25. This Maven runs on an older Java: set JAVA_HOME to a JDK 25,"
                        + " or use ./keshi, which finds one by itself.");
    }

    private record Ran(int status, String words) {}

    /** What the build says, before it builds anything, on a Java that says it is of this version. */
    private static Ran enforced(String version, Path folder) throws Exception {
        Path words = folder.resolve("words");
        var maven = new ProcessBuilder(
                        "mvn",
                        "-B",
                        "-q",
                        "-o",
                        "-N",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                        "-Djava.version=" + version,
                        "enforcer:enforce@jdk")
                .directory(Path.of("..", "..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        assertThat(maven.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ran(maven.exitValue(), Files.readString(words));
    }
}
